/// Everything that handlers may use, put together by `App`. One stored property for each family
/// of pages; a family is a small struct that holds the use cases it calls.
package struct Site: Sendable {
    let operation: OperationPages
    let access: AccessPages

    package init(operation: OperationPages, access: AccessPages) {
        self.operation = operation
        self.access = access
    }
}
