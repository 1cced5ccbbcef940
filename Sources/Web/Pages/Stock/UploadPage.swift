import Basics

/// A field of a form that was not right, for the summary on top and the words beside the field.
package struct FieldProblem: Sendable, Hashable {
    /// The id of the field in the page.
    package let field: String
    package let text: String

    package init(_ field: String, _ text: String) {
        self.field = field
        self.text = text
    }

    var context: [String: any Sendable] { ["field": field, "text": text] }
}

/// Step 1 of 4: a file, or lines pasted as text.
package struct UploadPage: PageContent {
    package let problems: [FieldProblem]
    /// What was pasted, kept when the form comes back.
    package let pasted: String
    package let maxBytes: Int
    package let maxLines: Int

    package init(
        problems: [FieldProblem] = [], pasted: String = "", maxBytes: Int, maxLines: Int
    ) {
        self.problems = problems
        self.pasted = pasted
        self.maxBytes = maxBytes
        self.maxLines = maxLines
    }

    package var template: String { "stock/upload" }

    package func title(_ words: Words) -> String { words.stepTitle(1, failed: !problems.isEmpty) }

    package func context(_ words: Words) -> [String: any Sendable] {
        var context = words.stepContext(1, problems)
        context["pasted"] = pasted
        context["limits"] = words(
            "upload.limits",
            ["size": ByteSize.text(maxBytes), "lines": words.figure(Int64(maxLines))])
        context["action"] = Paths.newList
        context["file_problem"] = orNothing(problems.first { $0.field == "file" }?.text)
        context["text_problem"] = orNothing(problems.first { $0.field == "text" }?.text)
        context["stock_link"] = Paths.stock
        return context
    }
}

extension Words {
    /// `Step 2 of 4: Check the columns`, with a mark when the form came back with errors.
    func stepTitle(_ step: Int, failed: Bool = false) -> String {
        let title = self(
            "upload.step", ["step": String(step), "name": self("upload.step_\(step)")])
        return failed ? self("form.error_title", ["title": title]) : title
    }

    /// What every step shows: its name, the way through the four, and the error summary.
    func stepContext(_ step: Int, _ problems: [FieldProblem]) -> [String: any Sendable] {
        [
            "heading": stepTitle(step),
            "steps": (1...4).map {
                [
                    "number": String($0), "name": self("upload.step_\($0)"), "here": $0 == step,
                    "done": $0 < step,
                ] as [String: any Sendable]
            },
            "problems": problems.map(\.context), "has_problems": !problems.isEmpty,
        ]
    }
}
