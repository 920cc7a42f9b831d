bulletinSearch.series({"issues":3,"table":200,"shards":1,"parts":{},"stamp":"5e6915c3f82d"});
