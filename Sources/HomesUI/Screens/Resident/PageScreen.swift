import HomesCore

/// A screen over everything recorded about one woman: her page, or a part of it.
protocol PageScreen: Screen {
    /// Whose.
    var personId: String { get }
    /// What is recorded; `nil` while it cannot be read.
    var page: ResidentPage? { get set }
    /// Why it cannot be read.
    var fault: Phrase? { get set }
    /// Takes what it shows from a page that was just read.
    mutating func show(_ page: ResidentPage, _ world: World)
    /// Takes away what it shows: the page cannot be read.
    mutating func showNothing()
}

extension PageScreen {
    public var shownUntil: Instant? { page?.glassUntil }

    public mutating func refresh(_ world: World) {
        let id = personId
        switch world.attempt({ () throws(StoreError) in
            try world.store.residentPage(id, by: world.signature)
        }) {
        case .success(let page):
            self.page = page
            fault = nil
            show(page, world)
        case .failure(let error):
            page = nil
            fault = error.phrase
            showNothing()
        }
    }

    /// Why nothing may be changed from here; `nil` when it may.
    var whyReadOnly: Phrase? {
        guard let page else { return StoreError.noSuchRecord.phrase }
        return page.glassUntil == nil ? nil : ResidentScreen.toReadOnly
    }

    /// Says why there is nothing to see.
    func drawFault(in area: Area, on canvas: inout Canvas, _ world: World) {
        canvas.cursor = Position(row: area.row, column: area.column + 1)
        canvas.write(
            world.text(fault ?? StoreError.noSuchRecord.phrase), row: area.row,
            column: area.column + 1, width: area.width - 2)
    }
}
