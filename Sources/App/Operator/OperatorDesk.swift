import Basics
import Foundation
import Logging
import Members
import Stock
import Storage
import Web

/// Does what the operator's commands ask, in the server or in a process of its own.
struct OperatorDesk: Sendable {
    let network: Network

    func answer(_ request: OperatorRequest) async -> OperatorAnswer {
        do {
            switch request {
            case .importList(let request): return try await importList(request)
            case .search(let request): return try search(request)
            case .status:
                return OperatorAnswer(exitCode: 0, text: "running", json: #"{"state":"running"}"#)
            }
        } catch let refusal as Refusal {
            return refused(refusal, language(of: request))
        } catch {
            network.log.error("command failed", metadata: ["error": "\(FaultName.of(error))"])
            return CommandProblem(error).answer(words(language(of: request)))
        }
    }

    private func search(_ command: SearchCommandRequest) throws -> OperatorAnswer {
        var request = SearchRequest(text: command.query)
        request.match = command.match
        request.page = Page(limit: command.limit)
        let answer = try SearchStock(network.stock)(request)
        let words = words(command.language)
        return OperatorAnswer(
            exitCode: 0, text: CommandText.search(answer, words),
            json: try CommandText.searchJSON(answer, words))
    }

    private func importList(_ command: ImportRequest) async throws -> OperatorAnswer {
        let known = try await supplier(command.supplier)
        let options = try options(command)
        let name = URL(fileURLWithPath: command.path).lastPathComponent
        let words = words(command.language)
        if command.dryRun {
            let result = try await TryList(network.stock)(
                path: command.path, fileName: name, options: options,
                supplier: known ?? SupplierCompany(id: ID(""), name: command.supplier))
            return OperatorAnswer(
                exitCode: 0, text: CommandText.dryRun(result, words),
                json: try CommandText.dryRunJSON(result, fileName: name, words))
        }
        let owner = known.map(ImportList.Owner.known) ?? .unknown(name: command.supplier)
        let done = try await ImportList(network.stock)(
            try bytes(at: command.path), fileName: name, options: options, of: owner,
            actor: "operator")
        guard let list = done.list else {
            return OperatorAnswer(
                exitCode: 2, text: CommandText.dryRun(done.found, words),
                json: try CommandText.dryRunJSON(done.found, fileName: name, words))
        }
        return OperatorAnswer(
            exitCode: 0, text: CommandText.list(list, done.found, words),
            json: try CommandText.listJSON(list, done.found, words))
    }

    /// The file, or of one above the limit just enough for ``ReceiveList`` to refuse it: a file of
    /// gigabytes must not come into memory first.
    private func bytes(at path: String) throws -> [UInt8] {
        let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        defer { try? file.close() }
        return Array(try file.read(upToCount: StockLimits.fileBytes + 1) ?? Data())
    }

    private func supplier(_ name: String) async throws -> SupplierCompany? {
        try await network.database.read { reader in
            if let id = ID<SupplierCompany>(checking: name),
                let found = try SupplierStore().find(id, on: reader)
            {
                return found
            }
            return try SupplierStore().find(name: name, on: reader)
        }
    }

    private func options(_ command: ImportRequest) throws -> ListOptions {
        var mapping = ColumnMapping()
        mapping.sheet = command.sheet
        for (field, column) in command.map {
            guard ListField(rawValue: field) != nil else {
                let words = ListField.allCases.map(\.rawValue).joined(separator: ", ")
                throw Refusal(
                    .invalid, "form.invalid",
                    fields: [
                        .init("/map", "field.not_a_choice", ["value": field, "choices": words])
                    ])
            }
            mapping.fields[column] = field
        }
        return ListOptions(encoding: command.encoding, delimiter: nil, mapping: mapping)
    }

    private func refused(_ refusal: Refusal, _ language: String) -> OperatorAnswer {
        CommandProblem(refusal).answer(words(language))
    }

    private func words(_ language: String) -> Words {
        network.renderer.words(Language(rawValue: language) ?? .en)
    }

    private func language(of request: OperatorRequest) -> String {
        switch request {
        case .importList(let request): request.language
        case .search(let request): request.language
        case .status: "en"
        }
    }
}
