package dev.daybreak.approval;

import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;

/// Lambda's entry to [RequestApproval].
public final class RequestApprovalHandler extends StepHandler<RequestApproval.Order> {
    public RequestApprovalHandler() {
        this(Wiring.live());
    }

    public RequestApprovalHandler(Wiring wiring) {
        super(
                RequestApproval.Order.class,
                new RequestApproval(wiring.migration(), wiring.alerts())::answer);
    }
}
