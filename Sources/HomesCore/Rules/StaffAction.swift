/// What staff do, as the policy table names it. Each is asked by at least one operation of the
/// store; a new operation names the one it is.
public enum StaffAction: String, CaseIterable, Sendable {
    /// Sees what is due in the home today, by codes.
    case seeToday
    /// Lists the residents of a home, by codes and initials.
    case listResidents
    /// Looks whether the home knows the woman at the door.
    case findDuplicates
    /// Sees names in a list.
    case seeNames
    /// Opens a woman's record: her page, her history, her sessions.
    case openRecord
    /// Changes who she is, her case, her stay, her contacts, her checklist.
    case writeRecord
    /// Writes down a risk assessment.
    case assessRisk
    /// Writes down what she agrees to, or no longer.
    case recordConsent
    /// Closes her case.
    case closeCase
    /// Voids a record of hers.
    case voidRecord
    /// Admits her, for the first time or again.
    case admit
    /// Writes down that she left.
    case exit
    /// Sees who sleeps in which bed, by codes.
    case seeBeds
    /// Gives her another bed.
    case moveBed
    /// Holds, closes and reopens beds.
    case manageBeds
    /// Lists the counselling sessions of a home.
    case seeSessions
    /// Writes down a session with her.
    case recordSession
    /// Sees the calls that are due, with names and how she may be reached.
    case seeCallSheet
    /// Makes a follow-up call.
    case doFollowUp
    /// Sees the alerts that nobody has closed, by codes.
    case seeAlerts
    /// Closes an alert.
    case closeAlert
    /// Lists the placements of a home, by codes.
    case seePlacements
    /// Judges an offer for her, places her, ends the placement.
    case placeHer
    /// Sets failed checks of an offer aside in writing.
    case setAsideChecks
    /// Is the second person for that.
    case confirmSetAside
    /// Sees employers and offers.
    case seeEmployers
    /// Registers employers and offers.
    case writeEmployers
    /// Writes down what checking an employer came to.
    case vetEmployer
    /// Is the second person for that.
    case confirmVetting
    /// Takes back what she did herself.
    case undo
    /// Makes a report of figures.
    case makeReport
    /// Checks the file.
    case checkFile
    /// Breaks the glass: opens one record that is closed to her, for half an hour.
    case breakGlass
    /// Sees and reviews the glass that was broken in the home.
    case reviewGlass
    /// Seals a record.
    case sealRecord
    /// Opens a sealed record again.
    case unsealRecord
    /// Is the second person for that.
    case confirmUnseal
    /// Imports stays of a home.
    case importStays
    /// Adds rooms and beds of a home.
    case editRooms
    /// Changes provinces, homes and wages.
    case editRegistry
    /// Imports homes, beds and minimum wages.
    case importRegistry
    /// Adds users, gives them roles, homes and passwords, disables them.
    case manageUsers
    /// Is the second person when a role is granted or new recovery shares are made.
    case confirmGrant
    /// Sees who browsed in the home, and looks into it.
    case reviewBrowsing
    /// Writes down who is expected, who was turned away and who came by.
    case manageArrivals
    /// Writes down that she goes out and comes back, and what she handed in.
    case recordAbsence
    /// Lists the incidents of a home, by codes.
    case seeIncidents
    /// Writes down an incident.
    case recordIncident
    /// Refers her to another organisation, with what she agreed to share.
    case refer
    /// Asks the manager to close her case.
    case askClosure
    /// Opens a closed case again.
    case reopenCase
    /// Proposes another home for her.
    case proposeTransfer
    /// Answers for the home that she is proposed to.
    case answerTransfer
    /// Makes one file of two about the same woman, and two of one again.
    case mergePersons
    /// Prints a sheet about her.
    case printSheet
    /// Prints a list of the home, by codes.
    case printList
    /// Looks up what a paper is that was found.
    case lookUpPaper
    /// Prints her the whole of her file.
    case copyFile
    /// Is the second person for that.
    case confirmCopy
    /// Sees which files are to be destroyed, and when.
    case seePurgeList
    /// Destroys a file whose time is over.
    case purge
    /// Is the second person for that.
    case confirmPurge
    /// Sees who is watched for, and where he was seen.
    case seeWatched
    /// Enters, corrects and lifts watched persons.
    case writeWatched
    /// Closes a sighting, with what was done.
    case closeSighting
}
