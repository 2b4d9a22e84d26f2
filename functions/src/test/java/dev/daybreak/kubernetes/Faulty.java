package dev.daybreak.kubernetes;

import dev.daybreak.fakes.Examples;
import dev.daybreak.workload.Scaler;
import java.util.List;
import java.util.Map;

/// One call of each sort that goes to the API server.
final class Faulty {
    private static final List<Grant> GRANTS = Grants.of(Examples.migration());

    private Faulty() {}

    static List<Runnable> calls(CannedApi api) {
        var deployments = new KubernetesDeployments(api.client(), "shop");
        var secrets = new KubernetesExternalSecrets(api.client(), "shop");
        var scalers = new KubernetesScalers(api.client(), "shop", "argocd");
        var keda = new Scaler(Scaler.Kind.KEDA, "shop", "web", Map.of());
        var argo = new Scaler(Scaler.Kind.ARGO_CD, "argocd", "web", Map.of());
        return List.of(
                () -> deployments.find("web"),
                () -> deployments.scale("web", 0),
                () -> deployments.pods("app=web"),
                () -> secrets.reading("shop/db"),
                () -> secrets.refresh("db", "1"),
                () -> secrets.rendered("db", "DB_URL"),
                () -> scalers.over("web"),
                () -> scalers.pause(keda),
                () -> scalers.restore(keda),
                () -> scalers.pause(argo),
                () -> scalers.restore(argo),
                () -> new KubernetesPermissions(api.client(), GRANTS).missing());
    }
}
