/// The program that the scripts in `soak/` kill, starve and cut off: it commits numbered rows, each
/// with a file, and says `ack N` once both must survive anything.
import Foundation
import Storage

let arguments = CommandLine.arguments.dropFirst()
guard let verb = arguments.first, arguments.count >= 2 else {
    FileHandle.standardError.write(
        Data("cic-soak commits|edits FOLDER [COUNT] | cic-soak check FOLDER\n".utf8))
    exit(2)
}
let folder = arguments[arguments.startIndex + 1]
let count = arguments.dropFirst(2).first.flatMap(Int.init) ?? .max

do {
    if verb == "edits" {
        try await SoakShop(folder: folder).work(count)
        exit(0)
    }
    let soak = try await SoakStore(folder: folder)
    switch verb {
    case "commits": try await soak.commit(count)
    case "check": try await soak.check()
    default: exit(2)
    }
    try await soak.close()
} catch {
    FileHandle.standardError.write(Data("cic-soak: \(error)\n".utf8))
    exit(1)
}
