import Dispatch

/// Reads a file in a child process of its own, so that no file can hurt this one: limits on memory,
/// time and descriptors, no network, nothing written (reliability D11, finding 16).
package struct ChildReader: Sendable {
    private let executable: String
    private let limits: SheetLimits
    /// Shared by all copies of this reader.
    let gate: ChildGate

    /// Takes the path of a program that knows the command `read-sheet`: this program itself.
    package init(executable: String, limits: SheetLimits = SheetLimits()) {
        self.executable = executable
        self.limits = limits
        gate = ChildGate(limits)
    }

    /// Takes the path of a file; gives its sheets, or what ``SheetReader`` would refuse, and
    /// `timeout`, `outOfMemory`, `childFailed` on top, and `busy` when its turn does not come.
    /// Waits for the child on a thread of its own, never on one of Swift's concurrency.
    package func read(
        path: String, options: ReadOptions = ReadOptions()
    ) async throws(SheetRefusal) -> Workbook {
        try await gate.enter()
        let outcome = await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(returning: run(path: path, options: options))
            }
        }
        await gate.leave()
        return try outcome.get()
    }

    private func run(path: String, options: ReadOptions) -> Result<Workbook, SheetRefusal> {
        let arguments = ReadSheetCommand.arguments(path: path, options: options, limits: limits)
        let deadline = Deadline(seconds: limits.seconds)
        let child: ChildProcess
        do {
            child = try ChildProcess(executable: executable, arguments: arguments)
        } catch {
            return .failure(error)
        }
        let pipe = ChildPipe(descriptor: child.output, deadline: deadline)
        do {
            let outcome = try ImageReader(pipe: pipe, limits: limits).read()
            _ = child.end(waitUntil: nil)
            return outcome
        } catch {
            // The pipe ended early: the way the child ended says more.
            guard error.detail["reason"] == "end" else {
                _ = child.end(waitUntil: nil)
                return .failure(error)
            }
            return .failure(child.end(waitUntil: deadline).refusal(limits))
        }
    }
}
