package dev.daybreak.kubernetes;

import dev.daybreak.ports.Scalers;
import dev.daybreak.workload.Scaler;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.stream.Stream;

/// KEDA, HorizontalPodAutoscalers and Argo CD; a cluster without one of them has none of it.
public final class KubernetesScalers implements Scalers {
    private final KedaScaledObjects keda;
    private final HorizontalAutoscalers horizontal;
    private final ArgoCdApplications argoCd;

    /// @param argoCd the namespace of Argo CD's applications; blank where there is no Argo CD
    public KubernetesScalers(KubernetesClient client, String namespace, String argoCd) {
        var application = new Namespace(client, namespace);
        this.keda = new KedaScaledObjects(application);
        this.horizontal = new HorizontalAutoscalers(application);
        this.argoCd = new ArgoCdApplications(new Namespace(client, argoCd), namespace);
    }

    @Override
    public List<Scaler> over(String deployment) {
        return Stream.of(
                        keda.over(deployment), horizontal.over(deployment), argoCd.over(deployment))
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public void pause(Scaler scaler) {
        switch (scaler.kind()) {
            case KEDA -> keda.pause(scaler);
            case ARGO_CD -> argoCd.pause(scaler);
            case HPA -> {}
        }
    }

    @Override
    public void restore(Scaler scaler) {
        switch (scaler.kind()) {
            case KEDA -> keda.restore(scaler);
            case ARGO_CD -> argoCd.restore(scaler);
            case HPA -> {}
        }
    }
}
