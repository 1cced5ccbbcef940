import Basics

/// Names an error for the log without its contents: they may hold what a visitor sent (reliability
/// A30). Of a refusal the key is told, which is a word of ours.
package enum FaultName {
    package static func of(_ error: any Error) -> String {
        let type = String(reflecting: type(of: error))
        if let refusal = error as? Refusal { return "\(type).\(refusal.key)" }
        let mirror = Mirror(reflecting: error)
        guard mirror.displayStyle == .enum else { return type }
        return "\(type).\(mirror.children.first?.label ?? "\(error)")"
    }
}
