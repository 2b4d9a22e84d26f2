package dev.daybreak.rehearsal.simulation.fault;

import dev.daybreak.fault.Denied;
import dev.daybreak.fault.Throttled;
import dev.daybreak.fault.Unavailable;
import dev.daybreak.fault.Unexpected;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Stands between the handlers and the world: counts their calls, lets the world go on before each
/// one, and makes them fail as planned.
public final class Boundary {
    private final FaultPlan plan;
    private final Tampering tampering;
    private final Surroundings around;
    private final List<Site> sites = new ArrayList<>();
    private final List<FaultPlan.Planned> done = new ArrayList<>();
    private final Answers answers = new Answers();
    private final Breakdowns breakdowns = new Breakdowns();
    private final boolean remembers;
    private boolean records;
    private boolean again;
    private String workflow = "";
    private String state = "";
    private boolean first = true;
    private int calls;

    /// The world around a call.
    public interface Surroundings {
        /// The world goes on for a moment.
        void breathe();

        Instant now();

        /// Something happens in it.
        void happens(Mishap mishap);
    }

    /// @param tampering stands before every fault
    public Boundary(FaultPlan plan, Tampering tampering, Surroundings around) {
        this.tampering = tampering;
        this.plan = plan;
        remembers = plan.has(CallFault.STALE);
        this.around = around;
    }

    /// Notes down every call from now on.
    public void record() {
        records = true;
    }

    public List<Site> sites() {
        return sites;
    }

    /// Faults that really happened.
    public List<FaultPlan.Planned> done() {
        return done;
    }

    /// How many calls there were.
    public int calls() {
        return calls;
    }

    /// A function begins its work.
    public void enter(String inWorkflow, String inState) {
        breakdowns.checkFunction(inState, around.now());
        workflow = inWorkflow;
        state = inState;
        first = true;
        again = false;
    }

    /// Whether the function that has just answered is to be run once more.
    public boolean isAgain() {
        return again;
    }

    /// The same port, with the boundary before it.
    public <T> T port(Class<T> type, T target) {
        var name = type.getSimpleName();
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (_, method, arguments) -> tampered(name, target, method, arguments)));
    }

    private @Nullable Object tampered(
            String port, Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        if (tampering == Tampering.NONE || method.getDeclaringClass() == Object.class) {
            return called(port, target, method, arguments);
        }
        var asked =
                new Tampering.Asked(
                        port + "." + method.getName(),
                        state,
                        arguments == null ? List.of() : List.of(arguments));
        return tampering.instead(asked, new RealCall(this, port, target, method, arguments));
    }

    /// A moment within a call, where it may be cut off.
    public void moment(String between) {
        around.breathe();
        var planned = planned(next(Site.MOMENT, between));
        if (planned.contains(CallFault.CRASH_BEFORE)) {
            throw new Crash(false);
        }
        if (planned.contains(CallFault.SERVER_ERROR)) {
            throw new Unavailable("The connection was cut.");
        }
    }

    @Nullable Object called(
            String port, Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return invoke(target, method, arguments);
        }
        around.breathe();
        breakdowns.checkService(port, around.now());
        var site = next(port, method.getName());
        for (var fault : planned(site)) {
            switch (fault) {
                case Mishap mishap -> around.happens(mishap);
                case CallFault.TWICE -> again = true;
                case CallFault wrong -> {
                    return wrong(wrong, site, target, method, arguments);
                }
            }
        }
        var answer = invoke(target, method, arguments);
        return remembers ? answers.kept(site, arguments, answer) : answer;
    }

    private Site next(String port, String method) {
        var site = new Site(++calls, workflow, state, port, method, first);
        first = false;
        if (records) {
            sites.add(site);
        }
        return site;
    }

    private List<Fault> planned(Site site) {
        var fitting = plan.at(site.number());
        fitting.removeIf(one -> !site.takes(one));
        fitting.forEach(one -> done.add(new FaultPlan.Planned(site.number(), one)));
        return fitting;
    }

    private @Nullable Object wrong(
            CallFault fault, Site site, Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        return switch (fault) {
            case CRASH_BEFORE -> throw new Crash(false);
            case THROTTLED -> throw new Throttled("Throttling: Rate exceeded (%s)".formatted(site));
            case SERVER_ERROR -> throw new Unavailable("No answer (%s).".formatted(site));
            case DENIED -> throw new Denied("AccessDenied (%s).".formatted(site));
            case OUTAGE -> throw breakdowns.ofService(site.port(), around.now());
            case FUNCTION_BROKEN -> throw breakdowns.ofFunction(state, around.now());
            case FAILED_AFTER -> {
                invoke(target, method, arguments);
                throw new Unexpected("It failed after all (%s).".formatted(site));
            }
            case CRASH_AFTER, TIMED_OUT -> {
                invoke(target, method, arguments);
                throw new Crash(fault == CallFault.TIMED_OUT);
            }
            case ANSWER_LOST -> {
                invoke(target, method, arguments);
                throw new Unavailable("The answer was lost (%s).".formatted(site));
            }
            case STALE -> answers.before(site, arguments, invoke(target, method, arguments));
            case UNKNOWN_STATUS -> Statuses.unknown(invoke(target, method, arguments));
            case TWICE -> invoke(target, method, arguments);
        };
    }

    private static @Nullable Object invoke(
            Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
