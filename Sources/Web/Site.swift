import Basics
package import Stock

/// Everything that handlers may use, put together by `App`.
package struct Site: Sendable {
    let operation: OperationPages
    let access: AccessPages
    let stock: StockDesk
    let reading: ReadingDesk
    let publishing: PublishingDesk
    let isDemo: Bool
    private let renderer: Renderer

    package init(
        operation: OperationPages, access: AccessPages, stock: StockDesk, reading: ReadingDesk,
        publishing: PublishingDesk, renderer: Renderer, isDemo: Bool
    ) {
        self.operation = operation
        self.access = access
        self.stock = stock
        self.reading = reading
        self.publishing = publishing
        self.renderer = renderer
        self.isDemo = isDemo
    }

    /// The words of the visitor's language.
    func words(_ language: Language) -> Words { renderer.words(language) }
}
