package dev.daybreak.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.migration.Migration;
import dev.daybreak.ports.Deployments;
import dev.daybreak.ports.ExternalSecrets;
import dev.daybreak.ports.PodLogs;
import dev.daybreak.ports.Scalers;
import dev.daybreak.workload.Scaler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What is granted is what is called: nothing more, and nothing less.
class GrantsTest {
    private static final Pattern REQUEST =
            Pattern.compile(
                    "(GET|PATCH) /(?:api|apis/(?<group>[^/]+))/[^/]+/namespaces/(?<namespace>[^/]+)"
                            + "/(?<resource>[^/? ]+)(?:/(?<name>[^/? ]+))?(?:/(?<part>[^/? ]+))?"
                            + "(?:\\?\\S*)? .*",
                    Pattern.DOTALL);

    private static final String APPLICATIONS =
            "/apis/argoproj.io/v1alpha1/namespaces/argocd/applications";
    private static final String APPLICATION =
            """
            {"metadata":{"name":"web","ownerReferences":[{"kind":"ApplicationSet","name":"all"}]},
             "spec":{"syncPolicy":{"automated":{}}},
             "status":{"resources":[{"kind":"Deployment","group":"apps","namespace":"shop",
               "name":"web"}]}}
            """;
    private static final String PODS =
            "{\"items\":[{\"metadata\":{\"name\":\"web-1\"},\"spec\":{\"containers\":[{\"name\":\"app\"}]}}]}";
    private static final String EXTERNAL_SECRETS =
            "/apis/external-secrets.io/v1/namespaces/shop/externalsecrets";

    private final CannedApi api = new CannedApi();
    private final Set<Method> called = new HashSet<>();

    /// One thing that is done to one object, or to a kind of them.
    private record Act(
            String verb, String group, String resource, String part, String name, String namespace)
            implements Comparable<Act> {
        static Act of(String request, Set<String> namesThatCount) {
            var found = REQUEST.matcher(request);
            if (!found.matches()) {
                throw new AssertionError("What is this? " + request);
            }
            var name = text(found.group("name"));
            var verb = found.group(1).equals("GET") ? name.isEmpty() ? "list" : "get" : "patch";
            var resource = found.group("resource");
            return new Act(
                    verb,
                    text(found.group("group")),
                    resource,
                    text(found.group("part")),
                    namesThatCount.contains(resource) ? name : "",
                    found.group("namespace"));
        }

        static Stream<Act> of(Grant grant) {
            var names = grant.names().isEmpty() ? List.of("") : grant.names();
            return names.stream()
                    .flatMap(name -> grant.verbs().stream().map(verb -> of(grant, verb, name)));
        }

        private static Act of(Grant grant, String verb, String name) {
            return new Act(
                    verb,
                    grant.group(),
                    grant.resource(),
                    grant.subresource(),
                    name,
                    grant.namespace());
        }

        private static String text(String group) {
            return group == null ? "" : group;
        }

        @Override
        public int compareTo(Act other) {
            return toString().compareTo(other.toString());
        }
    }

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void whatIsGrantedIsWhatIsCalled() {
        var migration = Shops.full();
        var grants = Grants.of(migration);

        callEverything(migration);

        var byName =
                grants.stream()
                        .filter(grant -> !grant.names().isEmpty())
                        .map(Grant::resource)
                        .collect(Collectors.toSet());
        assertThat(acts(api.asked().stream().map(request -> Act.of(request, byName))))
                .isEqualTo(acts(grants.stream().flatMap(Act::of)));
    }

    @Test
    void everythingThatThePortsCanDoIsCalled() {
        callEverything(Shops.full());

        assertThat(called)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(
                                        Deployments.class,
                                        ExternalSecrets.class,
                                        Scalers.class,
                                        PodLogs.class)
                                .flatMap(port -> Stream.of(port.getDeclaredMethods()))
                                .toList());
    }

    @Test
    void nothingIsGrantedForAllWhereNothingIsNamed() {
        assertThat(Grants.of(Shops.of("", List.of(), List.of())))
                .filteredOn(grant -> grant.names().isEmpty() && !grant.subresource().equals("log"))
                .allSatisfy(grant -> assertThat(grant.verbs()).containsExactly("list"));
    }

    private void callEverything(Migration migration) {
        api.says(APPLICATIONS, 200, "{\"items\":[%s]}".formatted(APPLICATION));
        api.says(EXTERNAL_SECRETS, 200, "{\"items\":[]}");
        api.says("/apis/apps/v1", 200, "{}");
        api.says("/api/v1", 200, PODS);
        api.says("/apis/autoscaling", 200, "{\"items\":[]}");
        api.says("/apis/keda.sh", 200, "{\"items\":[]}");
        var kubernetes = migration.kubernetes();
        var deployments = spied(Deployments.class, new KubernetesDeployments(api.client(), "shop"));
        kubernetes
                .deployments()
                .forEach(
                        one -> {
                            deployments.find(one.name());
                            deployments.scale(one.name(), 0);
                            deployments.pods(one.selector());
                        });
        var secrets =
                spied(ExternalSecrets.class, new KubernetesExternalSecrets(api.client(), "shop"));
        secrets.reading(migration.secret().id());
        kubernetes.access().externalSecrets().forEach(name -> secrets.refresh(name, "1"));
        secrets.rendered(kubernetes.databaseSecret().name(), "DB_URL");
        spied(PodLogs.class, new KubernetesPodLogs(api.client(), "shop"))
                .matching("app=web", Pattern.compile("x"), Duration.ofDays(1));
        callScalers(spied(Scalers.class, new KubernetesScalers(api.client(), "shop", "argocd")));
    }

    private static void callScalers(Scalers scalers) {
        assertThat(scalers.over("web")).isNotEmpty();
        for (var kind : Scaler.Kind.values()) {
            var namespace = kind == Scaler.Kind.ARGO_CD ? "argocd" : "shop";
            var scaler = new Scaler(kind, namespace, "web", Map.of());
            scalers.pause(scaler);
            scalers.restore(scaler);
        }
    }

    private <P> P spied(Class<P> port, P adapter) {
        return port.cast(
                Proxy.newProxyInstance(
                        port.getClassLoader(),
                        new Class<?>[] {port},
                        (_, method, arguments) -> {
                            called.add(method);
                            return method.invoke(adapter, arguments);
                        }));
    }

    private static Set<Act> acts(Stream<Act> acts) {
        return acts.collect(Collectors.toCollection(TreeSet::new));
    }
}
