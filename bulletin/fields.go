package bulletin

// fields is every key of the front matter and of bulletin.yaml, in the order
// in which help lists them. The keys of inner maps have tables of their own.
var fields = []field{
	{Key{"刊名", nil, Both, "文字或列表", "简报名称，大字红色；一项一行", ""}, func(r *keyReader, v *value) { r.front.Name = r.lines("刊名", v) }},
	{Key{"刊名上行", nil, Both, "文字", "刊名上面较小的一行（专项工作、会议名称）", ""}, func(r *keyReader, v *value) { r.front.Above = r.lines("刊名上行", v) }},
	{Key{"期号", nil, IssueOnly, "正整数或 无", "第N期；有增刊时不写，否则必写", ""}, (*keyReader).number},
	{Key{"总期号", nil, IssueOnly, "正整数", "期号下的（总第N期）", ""}, func(r *keyReader, v *value) { r.front.Total = r.positive("总期号", v, 102) }},
	{Key{"增刊", nil, IssueOnly, "true 或正整数", "增刊，或增刊第N期，自成序列", ""}, (*keyReader).supplement},
	{Key{"期号写法", nil, Both, "文字", "期号的写法，可用 {期号} {年} {总期号}", "第{期号}期"}, (*keyReader).numberForm},
	{Key{"date", []string{"日期"}, IssueOnly, "日期", "印发日期，写作 2020-09-22 或 2020年9月22日；必写", ""}, func(r *keyReader, v *value) { r.front.Date = r.date("date", v) }},
	{Key{"日期位置", nil, Both, "报头 或 文末", "日期排在哪里", "报头"}, func(r *keyReader, v *value) {
		r.front.DateAtEnd = r.choice("日期位置", v, "报头", "文末") == 1
	}},
	{Key{"编发单位", nil, Both, "文字或列表", "红线上方左侧，一项一行", ""}, func(r *keyReader, v *value) { r.front.Issuer = r.lines("编发单位", v) }},
	{Key{"签发人", nil, Both, "文字", "日期在文末时排在红线上方右侧", ""}, func(r *keyReader, v *value) { r.front.Signer = r.phrase("签发人", v) }},
	{Key{"报头样式", nil, Both, "左右 或 居中", "左右：单位在左，日期在右；居中：排成一行居中", "左右"}, func(r *keyReader, v *value) { r.front.Centred = r.choice("报头样式", v, "左右", "居中") == 1 }},
	{Key{"密级", nil, Both, "文字或列表", "左上角黑体，如 内部资料 注意保存", ""}, (*keyReader).classification},
	{Key{"份号", nil, IssueOnly, "正整数", "右上角六位份号的起始号", ""}, func(r *keyReader, v *value) { r.front.CopyNumber = r.positive("份号", v, 1) }},
	{Key{"公开", nil, Both, "true 或 false", "false：不进目录、搜索、订阅与网站地图", "true"}, func(r *keyReader, v *value) { r.front.Public = r.truth("公开", v, true) }},
	{Key{"套打", nil, Both, "true 或 false", "在印好报头的纸上打印，不印刊名与红线", "false"}, func(r *keyReader, v *value) { r.front.Preprinted = r.truth("套打", v, false) }},
	{Key{"编者按", nil, IssueOnly, "Markdown", "导读与第一篇之间的编者按", ""}, (*keyReader).editorNote},
	{Key{"编者按标题", nil, Both, "文字", "编者按前的字样", "编者按"}, func(r *keyReader, v *value) { r.front.EditorNoteLabel = r.phrase("编者按标题", v) }},
	{Key{"导读", nil, IssueOnly, "列表、“栏目: 列表”或 false", "导读各条；不写时由各篇标题与栏目生成", "自动"}, (*keyReader).contents},
	{Key{"导读标题", nil, Both, "文字", "导读的标题", "【导读】"}, func(r *keyReader, v *value) { r.front.Contents.Title = r.phrase("导读标题", v) }},
	{Key{"导读符号", nil, Both, "文字", "导读各条前的符号", "★"}, func(r *keyReader, v *value) { r.front.Contents.Mark = r.phrase("导读符号", v) }},
	{Key{"报", nil, Both, "列表", "报送单位；里面一层列表为一类", ""}, func(r *keyReader, v *value) { r.recipients("报", v) }},
	{Key{"送", nil, Both, "列表", "送达单位；里面一层列表为一类", ""}, func(r *keyReader, v *value) { r.recipients("送", v) }},
	{Key{"发", nil, Both, "列表", "下发单位；里面一层列表为一类", ""}, func(r *keyReader, v *value) { r.recipients("发", v) }},
	{Key{"增发", nil, IssueOnly, "列表", "只这一期加发的单位", ""}, func(r *keyReader, v *value) { r.recipients("增发", v) }},
	{Key{"称谓", nil, Both, "映射", "报、送、发、增发 印成什么字", "报、送、发、本期增发"}, func(r *keyReader, v *value) { r.each("称谓", labelFields, v) }},
	{Key{"份数", nil, IssueOnly, "正整数或 自动", "印“共印N份”；自动：按名册 recipients.yaml 计算", ""}, (*keyReader).copies},
	{Key{"加印", nil, IssueOnly, "列表，每项 {日期, 单位, 份数, 份号, 说明}", "印发后加印的：给哪些单位，几份；只用于分发，不印在纸上", ""}, (*keyReader).reprints},
	{Key{"责任编辑", nil, Both, "文字", "报尾一行中的责任编辑", ""}, func(r *keyReader, v *value) { r.staff("责任编辑", v) }},
	{Key{"校对", nil, Both, "文字", "报尾一行中的校对", ""}, func(r *keyReader, v *value) { r.staff("校对", v) }},
	{Key{"审核", nil, Both, "文字", "报尾一行中的审核", ""}, func(r *keyReader, v *value) { r.staff("审核", v) }},
	{Key{"签发", nil, Both, "文字", "报尾一行中的签发", ""}, func(r *keyReader, v *value) { r.staff("签发", v) }},
	{Key{"电话", nil, Both, "文字", "报尾一行中的电话", ""}, func(r *keyReader, v *value) { r.staff("电话", v) }},
	{Key{"人员", nil, Both, "映射", "报尾一行中的其他人员，职责: 姓名", ""}, (*keyReader).people},
	{Key{"报尾每页", nil, Both, "true 或 false", "每页下方都排报尾", "false"}, func(r *keyReader, v *value) { r.front.ColophonRepeats = r.truth("报尾每页", v, false) }},
	{Key{"更正", nil, IssueOnly, "列表，每项 {日期, 说明}", "印发后的更正，只在网页与档案中显示", ""}, (*keyReader).corrections},
	{Key{"版式", nil, Both, "映射", "版面设置", ""}, func(r *keyReader, v *value) { r.each("版式", styleFields, v) }},
	{Key{"归档", nil, SettingsOnly, "映射", "归到哪个全宗、保管多久、哪个机构；编档号、归档文件目录用", ""}, (*keyReader).filing},
	{Key{"网址", nil, SettingsOnly, "https://…/", "本刊网页放上网后的地址（index.html 所在的文件夹），订阅、网站地图和引用格式要用；不写时这几处只有相对地址，网站地图对搜索引擎就没有多少用处", ""}, (*keyReader).siteAddress},
	{Key{"不查", nil, Both, "列表", "不查的规则，写代码，即检查结果方括号里的字；bulletin.yaml 里的管各期", ""}, func(r *keyReader, v *value) { r.front.Silent = r.lines("不查", v) }},
	{Key{"涉密环境", nil, SettingsOnly, "true 或 false", "本机可以处理国家秘密，才可写 密级: 秘密 等", "false"}, func(r *keyReader, v *value) { r.secret = r.truth("涉密环境", v, false) }},
}

// labelFields is the keys of 称谓, in the order of the 报尾.
var labelFields = []field{
	{Key{"报", nil, Both, "文字", "“报”印成什么字", "报"}, func(r *keyReader, v *value) { r.label("报", v) }},
	{Key{"送", nil, Both, "文字", "“送”印成什么字", "送"}, func(r *keyReader, v *value) { r.label("送", v) }},
	{Key{"发", nil, Both, "文字", "“发”印成什么字", "发"}, func(r *keyReader, v *value) { r.label("发", v) }},
	{Key{"增发", nil, Both, "文字", "“增发”印成什么字", "本期增发"}, func(r *keyReader, v *value) { r.label("增发", v) }},
}

// correctionFields is the keys of an item of 更正.
var correctionFields = []field{
	{Key{"日期", []string{"date"}, IssueOnly, "日期", "更正的日期", ""}, func(r *keyReader, v *value) { r.correction.Date = r.date("日期", v) }},
	{Key{"说明", nil, IssueOnly, "文字", "更正了什么", ""}, func(r *keyReader, v *value) { r.correction.Text = r.phrase("说明", v) }},
}
