print("cic")
