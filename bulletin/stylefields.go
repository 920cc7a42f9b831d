package bulletin

// styleFields is the keys of 版式.
var styleFields = []field{
	{Key{"每页行数", nil, Both, "正整数", "一页排几行，5到45", "22"}, func(r *keyReader, v *value) { r.within("每页行数", v, &r.front.Style.Lines, 5, 45) }},
	{Key{"每行字数", nil, Both, "正整数", "一行排几个字，10到60", "28"}, func(r *keyReader, v *value) { r.within("每行字数", v, &r.front.Style.Cells, 10, 60) }},
	{Key{"天头", nil, Both, "长度", "版心上边到纸边", "37mm"}, func(r *keyReader, v *value) { r.length("天头", v, &r.front.Style.Top) }},
	{Key{"订口", nil, Both, "长度", "版心到装订一侧的纸边", "28mm"}, func(r *keyReader, v *value) { r.length("订口", v, &r.front.Style.Binding) }},
	{Key{"版心", nil, Both, "宽×高", "排字的范围", "156mm×225mm"}, (*keyReader).typeArea},
	{Key{"双面", nil, Both, "true 或 false", "双面印刷，双页左右对调", "true"}, func(r *keyReader, v *value) { r.front.Style.Duplex = r.truth("双面", v, true) }},
	{Key{"刊名字号", nil, Both, "自动 或磅数", "刊名的字号", "自动"}, (*keyReader).nameSize},
	{Key{"红色", nil, Both, "颜色", "刊名与红线的颜色，#RRGGBB", "#E60012"}, (*keyReader).red},
	{Key{"页码", nil, Both, "映射", "页码的样式与位置", ""}, func(r *keyReader, v *value) { r.each("页码", pageFields, v) }},
	{Key{"报尾位置", nil, Both, "页底 或 文后", "报尾排在末页底部，或紧跟正文", "页底"}, func(r *keyReader, v *value) {
		r.front.Style.AfterText = r.choice("报尾位置", v, "页底", "文后") == 1
	}},
	{Key{"报尾偶数页", nil, Both, "true 或 false", "报尾总在偶数页", "false"}, func(r *keyReader, v *value) { r.front.Style.EvenColophon = r.truth("报尾偶数页", v, false) }},
	{Key{"分隔", nil, Both, "映射", "报、送名单的标点", ""}, func(r *keyReader, v *value) { r.each("分隔", separatorFields, v) }},
	{Key{"禁则", nil, Both, "国标 或 严格", "行首行尾禁排的标点", "国标"}, func(r *keyReader, v *value) { r.front.Style.Strict = r.choice("禁则", v, "国标", "严格") == 1 }},
	{Key{"西文间距", nil, Both, "0 到 1 的小数", "汉字与西文、数字之间的空，以一个字宽计", "0"}, (*keyReader).latinGap},
	{Key{"归档章", nil, Both, "true 或 false", "首页留出归档章的位置", "false"}, func(r *keyReader, v *value) { r.front.Style.StampRoom = r.truth("归档章", v, false) }},
	{Key{"字体", nil, Both, "映射", "本单位自己的字体文件", ""}, func(r *keyReader, v *value) { r.each("字体", fontFields, v) }},
}

// pageFields is the keys of 页码.
var pageFields = []field{
	{Key{"样式", nil, Both, "文字", "页码的写法，{n} 是数字", "— {n} —"}, (*keyReader).pageForm},
	{Key{"起始", nil, Both, "正整数", "第一页的页码", "1"}, func(r *keyReader, v *value) { r.within("起始", v, &r.front.Style.PageNumber.First, 1, 9999) }},
	{Key{"首页", nil, Both, "true 或 false", "首页印不印页码", "true"}, func(r *keyReader, v *value) { r.front.Style.PageNumber.OnFirst = r.truth("首页", v, true) }},
	{Key{"位置", nil, Both, "外侧 或 居中", "页码在外侧或居中", "外侧"}, func(r *keyReader, v *value) {
		r.front.Style.PageNumber.Place = [...]string{"外侧", "居中"}[r.choice("位置", v, "外侧", "居中")]
	}},
}

// separatorFields is the keys of 分隔.
var separatorFields = []field{
	{Key{"类内", nil, Both, "文字", "同一类单位之间", "、"}, func(r *keyReader, v *value) { r.mark("类内", v, &r.front.Style.Separators.Within) }},
	{Key{"类间", nil, Both, "文字", "两类单位之间", "，"}, func(r *keyReader, v *value) { r.mark("类间", v, &r.front.Style.Separators.Between) }},
	{Key{"末尾", nil, Both, "文字", "名单末尾，不要时写 \"\"", "。"}, func(r *keyReader, v *value) { r.mark("末尾", v, &r.front.Style.Separators.End) }},
}

// fontFields is the keys of 字体: the roles of typefaces.
var fontFields = []field{
	fontField("仿宋", "正文"), fontField("楷体", "二级标题、编者按"), fontField("黑体", "一级标题、密级"),
	fontField("宋体", "页码、缺字"), fontField("小标宋", "刊名、文章标题"), fontField("西文", "数字与字母"),
}

func fontField(role, use string) field {
	return field{Key{role, nil, Both, "文件名", use + "的字体文件（.ttf；字体集写作 文件.ttc#1）", "自带字体"}, func(r *keyReader, v *value) { r.font(role, v) }}
}
