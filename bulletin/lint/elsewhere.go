package lint

import "jianbao/bulletin/diag"

// ofElsewhere returns a rule whose findings come from a later stage.
func ofElsewhere(group string, severity diag.Severity, strength Strength, source, code, title, reason string, wrong, right []string) *Rule {
	return &Rule{Code: code, Group: group, Severity: severity, Strength: strength, Source: source, Title: title, Reason: reason, Wrong: wrong, Right: right, elsewhere: true}
}

// layoutRules are the findings of layout and of the files it needs.
func layoutRules() []*Rule {
	const group = "版面"
	rule := func(severity diag.Severity, code, title, reason, wrong, right string) *Rule {
		return ofElsewhere(group, severity, Readable, "本工具的约定", code, title, reason, ex(wrong), ex(right))
	}
	return []*Rule{
		rule(diag.Error, "图片", "图片文件在、读得了、够清楚",
			"找不到、不在本刊文件夹里、不是 PNG 或 JPEG、坏了的图片印不出来。印出来不到150dpi 的不清楚（警告），换一张像素多的原图；行内图片的题注不印出（提示）。",
			"![现场](img/没有.png)", "![现场](img/现场.jpg)"),
		ofElsewhere(group, diag.Info, Conventional, "网页和 PDF 的大小", "图片过大", "一张图片不超过5 MB",
			"手机、相机的原图动辄十几 MB，印出来并不更清楚，网页打开慢，PDF 发不出去。缩小到宽2000像素左右就够印满一行。",
			ex("（12 MB 的原图）"), ex("（宽2000像素的 JPEG）")),
		rule(diag.Error, "缺字", "每个字字体里都有",
			"字体里没有的字印出来是空白或方框。生僻字在本单位字体里有的，在 版式 → 字体 中写明字体文件；单据、标签用的名册也查。",
			"𪚥𪚥𪚥", "督察组"),
		rule(diag.Error, "字体", "版式 → 字体 里的文件能用",
			"文件不在、不是 TrueType（.ttf，.ttc#1）的不能用。可变字体只用得上默认的字重（警告）；有几个字形坏了的，那些字改用别的字体（警告），坏得多的不用。",
			inFront("版式: {字体: {仿宋: fonts/没有.ttf}}"), inFront("版式: {字体: {仿宋: fonts/FZFS.ttf}}")),
		rule(diag.Error, "报头", "报头放得下",
			"刊名、编发单位、密级的行数太多，首页排不下正文。", inFront("编发单位: [一, 二, 三, 四, 五, 六, 七, 八, 九, 十, 十一, 十二, 十三, 十四, 十五, 十六]"), inFront("编发单位: [一, 二]")),
		rule(diag.Warning, "报尾", "报尾放得下，设置起作用",
			"报尾占了大半页，不能每页都排（错误）；单面印刷没有偶数页，报尾偶数页不起作用。",
			inFront("版式: {双面: false, 报尾偶数页: true}"), inFront("版式: {报尾偶数页: true}")),
		ofElsewhere(group, diag.Info, Recommended, "《中文排版需求》（clreq）断行", "词中断开", "一个词、一个数不在当中断开",
			"一行放不下的一长串字母、数字（网址、代码、账号），只好从当中断开，没有连字符，读者分不清是不是一个。能断开处（网址的 / 之后、空格）断开的不查。",
			ex(longWord), ex("网址见附件。")),
		ofElsewhere(group, diag.Info, Recommended, "《中文排版需求》（clreq）字距调整", "行过疏", "一行的字距不拉得太开",
			"前后都是不能断开的词，一行排不满，字距拉到半个字以上就难看。改一两个字，或在长词里可以断开处加空格。末行、居中的标题不查。",
			ex("督察组督察组督察组督察组督察组督察1234567890123456789012345678901234567890督察组"), ex("正文。")),
		ofElsewhere(group, diag.Info, Usual, "GB/T 9704—2012 7.3.1", "标题断行", "标题转行词意完整、排列对称",
			"自动断不出合适的地方：最后一行只剩一两个字，或上下行长短悬殊。在要转行处空一格或写 \\。自己指定了转行处的不查。",
			ex("# "+long(21)), ex("# 副市长胡安邦就省督察组督办问题 约谈相关责任人")),
		ofElsewhere(group, diag.Info, Conventional, practice, "末页太空", "最后一页不只有一两行",
			"末页正文只有一两行，多费一张纸，也不好看。删去几个字，或把 版式 里的行数调一调。一共一页的、报尾占满一页的不查。",
			ex("（正文恰好比一页多一行）"), ex("（正文收在前一页，或末页有三行以上）")),
		ofElsewhere(group, diag.Info, Conventional, practice, "报尾独页", "报尾不单独占一页",
			"前一页排满了正文，报尾放不下，只好另起一页。删去几个字就能收回来。报尾本身占满一页、报尾总在偶数页的不查。",
			ex("（末页排满22行，报尾移到下一页）"), ex("（末页留出报尾的行数）")),
		ofElsewhere(group, diag.Info, Conventional, "排版惯例", "标题在页末", "标题不孤悬在页末",
			"标题应与下面两行正文同页。只有标题后面没有正文、下面的图表一页排不下、或报尾太长时才会这样；移动图表，或补上正文。",
			ex("（标题下面的图占了一整页）"), ex("（标题下面有正文）")),
	}
}

// longWord is a word no line can end within.
const longWord = "`http://www.example.gov.cn/zwgk/2020/09/22/content_1234567890_abcdefghijklmnopqrstuvwxyz.html`"

// archiveRules are the findings of distribution, filing and verification.
func archiveRules() []*Rule {
	const group = "归档与分发"
	rule := func(severity diag.Severity, code, title, reason, wrong, right string) *Rule {
		return ofElsewhere(group, severity, Readable, "本工具的核对", code, title, reason, ex(wrong), ex(right))
	}
	return []*Rule{
		rule(diag.Error, "放不下", "名称、地址在标签、信封上放得下", "最小的字也放不下，缩短名称、地址，或换大一些的标签、信封。", "（地址一百多字，标签 3x8）", "（地址二十字，标签 3x8）"),
		rule(diag.Warning, "偏差", "--offset 不把文字推出纸边", "套印校正的数值太大，有文字移出了纸边。", "--offset 200,0", "--offset 2,-1"),
		rule(diag.Error, "送审稿", "送审稿的字样、日期、行号排得下", "字样里有没有字形的字，或天头、版心左右太窄，排不下送审稿的标记；定稿不受影响。", "--draft 送审稿\U000F0000", "--draft 送审稿"),
		rule(diag.Error, "清单", "输出文件夹里有清单 archive.json，没有被改动", "verify 照清单核对。没有清单、清单读不了、被人改过，就无从核对；再执行 bulletin build。", "（archive.json 被手工改过）", "（bulletin build 写的 archive.json）"),
		rule(diag.Error, "未完", "上一次生成做完了", "生成时断了电，有的文件不一定对；再执行 bulletin build。", "（生成到一半中断）", "（bulletin build 正常结束）"),
		rule(diag.Error, "缺文件", "清单里的文件都在", "文件不见了。再执行 bulletin build；内容不该变的，从备份恢复。", "（删了 2020/004.pdf）", "（2020/004.pdf 在）"),
		rule(diag.Error, "改动", "文件生成以后没有改动", "内容与清单的校验值不符，有人改过或磁盘坏了。", "（另存过的 2020/004.pdf）", "（原来的 2020/004.pdf）"),
		rule(diag.Error, "残留", "没有中断留下的临时文件", "再执行 bulletin build，会清掉它。", "（.bulletin-123.tmp）", "（没有 .tmp 文件）"),
		rule(diag.Error, "多文件", "没有不属于任何一期的文件", "不是工具写的文件，移走；稿件撤下后留下的，找回稿件或删去。", "（放进来的 说明.docx）", "（只有工具写的文件）"),
		rule(diag.Error, "没有生成", "每一期都有输出", "稿件有这一期，输出里没有；执行 bulletin build。", "（新写了 005.md，没有生成）", "（005.html、005.pdf 都在）"),
		rule(diag.Error, "没有稿件", "每个输出都有稿件", "输出还在，稿件不在刊物里了；找回稿件，确已撤下的执行 bulletin build。", "（删了 004.md）", "（004.md 在）"),
		rule(diag.Error, "稿件有错", "能从稿件重做", "verify --rebuild 要从稿件重新生成来比；稿件有错误就比不了，先改正。", "（稿件的期号写成了“七”）", "（check 没有错误）"),
		rule(diag.Error, "重做不同", "从稿件重做的与档案里的相同", "稿件、设置、字体或工具变了而没有重新生成，或输出被改过。说明里写出是哪一样变了。", "（改了稿件没有执行 build）", "（改了稿件后执行了 build）"),
		rule(diag.Error, "PDF损坏", "PDF 读得出来", "不是完整的 PDF，或不是本工具写的；从备份恢复，或再执行 bulletin build。", "（截短了的 2020/004.pdf）", "（原来的 2020/004.pdf）"),
		rule(diag.Error, "PDF属性", "PDF 属性里的题名、日期、生成工具与清单一致", "看 PDF 的人靠属性认它是哪一期。不一致，就有人换过 PDF 或清单。", "（题名改成了“第5期”的 PDF）", "（题名是“工作简报第4期”的 PDF）"),
		rule(diag.Error, "PDF页数", "PDF 的页数与清单一致", "少了、多了页，就有人改过。", "（抽掉一页的 PDF）", "（原来的 PDF）"),
		rule(diag.Error, "PDF外来内容", "PDF 里没有别的软件加进去的内容", "批注、表单、盖上去的白块等，本工具不会写；从备份恢复印发的那一个。", "（加了批注的 PDF）", "（原来的 PDF）"),
		rule(diag.Error, "文字不同", "PDF 的文字与稿件相同", "verify --rebuild 把每期 PDF 的文字与稿件逐字对照，说出哪一页、稿件第几行不同。", "（PDF 里是“督办”，稿件是“都办”）", "（都是“督办”）"),
		rule(diag.Error, "模板", "templates 文件夹里的模板能用", "本单位的模板写错了，网页就不能生成，原有的保留；没有这个名字的模板只是警告。bulletin templates 列出能换的文件。", "（page.html 里少了 {{end}}）", "（取出来没有改的 page.html）"),
		rule(diag.Warning, "存疑", "导入时猜得准", "旧简报的刊名、标题等是从文字猜出来的，拿不准的标“存疑”；核对后删去这条注释。", "（没有写明年份的日期）", "（2020年9月22日）"),
		rule(diag.Info, "略去", "导入时略去的都看过", "横线、页码、页眉等不写入稿件，逐一列出；要印的抄到稿件里。", "（原文里的页码 — 3 —）", "（正文）"),
		rule(diag.Info, "改写", "导入时改写的都看过", "汉字的日期、份号的写法等写成工具认得的样子，原来的写法也列出。", "（二〇二〇年九月二十二日）", "（2020年9月22日）"),
		rule(diag.Info, "分期", "一个文件里的几期分得对", "导入的文件里有几期的，按报头分开，各成一个草稿。", "（两期合在一起的文本）", "（一期一个文件）"),
	}
}
