// PartSearch
