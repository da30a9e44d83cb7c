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
    /// Draws what it shows, while it may be shown.
    func drawPage(in area: Area, on canvas: inout Canvas, _ world: World)
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

    public func draw(in area: Area, on canvas: inout Canvas, _ world: World) {
        guard page?.glassUntil.map({ $0 <= world.now }) == true else {
            return drawPage(in: area, on: &canvas, world)
        }
        canvas.cursor = Position(row: area.row, column: area.column + 1)
        canvas.write(
            world.text(ResidentScreen.closedAgain), row: area.row, column: area.column + 1,
            style: .warning, width: area.width - 2)
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
