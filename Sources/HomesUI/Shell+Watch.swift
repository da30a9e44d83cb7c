import HomesCore

extension Shell {
    /// Opens what to do now above whatever screen a save has led to, when what was saved is like
    /// somebody whom homes look out for. Asked after every key, so that no form can forget it; what
    /// the save has said stays in the message row.
    mutating func showWatchAlerts() {
        guard world.session != nil else { return }
        let alerts = world.store.takeWatchAlerts(by: world.signature)
        if alerts.isEmpty { return }
        let said = message
        apply(.push(WatchAlertScreen(alerts)))
        message = said
    }
}
