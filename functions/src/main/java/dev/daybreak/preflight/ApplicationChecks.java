package dev.daybreak.preflight;

import static dev.daybreak.preflight.Verdict.note;
import static dev.daybreak.preflight.Verdict.pass;
import static dev.daybreak.preflight.Verdict.refuse;

import dev.daybreak.migration.Migration;
import dev.daybreak.ports.Application;
import dev.daybreak.preflight.Sight.Workload;
import dev.daybreak.workload.Deployment;
import dev.daybreak.workload.Scaler;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/// What is asked about the application's deployments.
final class ApplicationChecks {
    static final List<Check> ALL =
            List.of(
                    of("deployments-exist", "Is every Deployment there?", ApplicationChecks::exist),
                    of("deployments-run", "Has each at least one replica?", ApplicationChecks::run),
                    of("deployments-ready", "Is every pod ready?", ApplicationChecks::ready),
                    of(
                            "selectors-fit",
                            "Do the selectors find each Deployment's pods, and no others?",
                            ApplicationChecks::selectors),
                    of(
                            "scalers-pausable",
                            "Can whatever sets the replicas be paused?",
                            ApplicationChecks::scalers),
                    Check.always(
                            "application-healthy",
                            "Does the application say that it is well?",
                            sight ->
                                    sight.health()
                                            .judge(answer -> health(answer, sight.migration()))));

    private ApplicationChecks() {}

    private static Check of(
            String name, String question, Function<List<Workload>, Verdict> answer) {
        return Check.always(name, question, sight -> sight.workloads().judge(answer));
    }

    private static Verdict exist(List<Workload> workloads) {
        var absent = names(workloads, one -> one.found().isEmpty());
        return absent.isEmpty()
                ? pass()
                : refuse(
                        "There is no Deployment %s.".formatted(Words.some(absent)),
                        "Name what is there in kubernetes.deployments.");
    }

    private static Verdict run(List<Workload> workloads) {
        var stopped = names(workloads, one -> is(one, found -> found.replicas() == 0));
        return stopped.isEmpty()
                ? pass()
                : refuse(
                        "Scaled to zero: %s.".formatted(Words.some(stopped)),
                        "Start them: what does not run now cannot be verified afterwards.");
    }

    private static Verdict ready(List<Workload> workloads) {
        var waiting = names(workloads, one -> is(one, found -> !found.isReady()));
        return waiting.isEmpty()
                ? pass()
                : refuse(
                        "Not all pods are ready in %s.".formatted(Words.some(waiting)),
                        "Let the rollout end, or mend it: nobody could tell it from our doing.");
    }

    /// A selector that finds too few would let the window go on while pods still write; one that
    /// finds too many would wait for strangers to end.
    private static Verdict selectors(List<Workload> workloads) {
        var wrong =
                workloads.stream()
                        .filter(one -> is(one, found -> found.isReady()))
                        .filter(one -> is(one, found -> found.replicas() != running(one)))
                        .map(ApplicationChecks::miscount)
                        .toList();
        return wrong.isEmpty()
                ? pass()
                : refuse(
                        "The selector does not fit: %s.".formatted(Words.some(wrong)),
                        "Take the labels from the Deployment's spec.selector.matchLabels.");
    }

    private static String miscount(Workload one) {
        return "%s has %d replicas, its selector finds %d pods"
                .formatted(
                        one.name(), one.found().map(Deployment::replicas).orElse(0), running(one));
    }

    private static long running(Workload one) {
        return one.pods().stream().filter(pod -> !pod.terminating()).count();
    }

    private static Verdict scalers(List<Workload> workloads) {
        var all = workloads.stream().flatMap(one -> one.scalers().stream()).distinct().toList();
        var stubborn =
                all.stream()
                        .flatMap(
                                one ->
                                        one
                                                .undoneBy()
                                                .map(by -> "%s (by %s)".formatted(name(one), by))
                                                .stream())
                        .toList();
        if (!stubborn.isEmpty()) {
            return refuse(
                    "A pause would be undone: %s.".formatted(Words.some(stubborn)),
                    "Let that one ignore /spec/syncPolicy (ignoreApplicationDifferences), or"
                            + " switch the sync off there for the window.");
        }
        return note(
                all.isEmpty()
                        ? ""
                        : "Held still in the window: %s."
                                .formatted(
                                        Words.some(
                                                all.stream()
                                                        .map(ApplicationChecks::name)
                                                        .toList())));
    }

    private static String name(Scaler scaler) {
        var kind =
                switch (scaler.kind()) {
                    case KEDA -> "ScaledObject";
                    case HPA -> "HorizontalPodAutoscaler";
                    case ARGO_CD -> "Argo CD's Application";
                };
        return "%s %s/%s".formatted(kind, scaler.namespace(), scaler.name());
    }

    private static Verdict health(Application.Answer answer, Migration migration) {
        int expected = migration.health().expectedStatus();
        return answer.status() == expected
                ? pass()
                : refuse(
                        "%s answered %s, not %d."
                                .formatted(
                                        migration.health().url(),
                                        answer.status() == 0
                                                ? "nothing (%s)"
                                                        .formatted(
                                                                Words.some(List.of(answer.note())))
                                                : answer.status(),
                                        expected),
                        "Mend the application or health.url: the cutover ends by asking there, and"
                                + " would put everything back.");
    }

    private static List<String> names(List<Workload> workloads, Predicate<Workload> which) {
        return workloads.stream().filter(which).map(Workload::name).toList();
    }

    private static boolean is(Workload workload, Predicate<Deployment> what) {
        return workload.found().filter(what).isPresent();
    }
}
