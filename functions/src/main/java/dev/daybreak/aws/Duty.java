package dev.daybreak.aws;

import java.util.Optional;

/// What a step of the cutover is there for, where its role is asked for before anything begins.
/// Each function has a role of its own; left out are those whose permissions show before the
/// window, when they do no harm by failing.
public enum Duty {
    /// Takes snapshots of the source.
    SNAPSHOT("TakeSnapshot"),
    /// Orders Aurora's stack.
    AURORA("CreateAurora"),
    /// Builds what the stack describes: CloudFormation's role, or that of who orders the stack.
    BUILD(""),
    /// Removes a trial cluster with its stack.
    REMOVAL("RemoveAurora"),
    /// Makes the secret of Daybreak's own login.
    PASSWORD("KeepPassword"),
    /// Writes the way back down, and labels the secret's version.
    REMEMBER("Remember"),
    /// Shuts RDS.
    FENCE("Fence"),
    /// Lets the application look into Aurora.
    ADMIT("AdmitReaders"),
    /// Opens Aurora, or RDS on the way back.
    LIFT("LiftFence"),
    /// Swaps the host in the application's secret.
    SWAP("SwapHost"),
    /// Brings it back.
    RESTORE("RestoreHost"),
    /// Looks who is connected to what.
    VERIFY("Verify"),
    /// Asks people for their approval.
    ASK("RequestApproval"),
    /// Tells people how it ended.
    ANNOUNCE("Announce"),
    /// Pages people when the return itself fails.
    REPAIR("AskForRepair"),
    /// Passes all of that on to Slack.
    SLACK("NotifySlack");

    private final String step;

    Duty(String step) {
        this.step = step;
    }

    /// Whose function's role has it; empty where it is CloudFormation's.
    public Optional<String> step() {
        return Optional.of(step).filter(name -> !name.isEmpty());
    }
}
