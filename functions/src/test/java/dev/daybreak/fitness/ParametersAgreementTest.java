package dev.daybreak.fitness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// What the template's parameter group sets, and what a new cluster is asked for.
class ParametersAgreementTest {
    private static final File TEMPLATE =
            new File("../infra/templates/aurora-from-snapshot.template.json");

    @Test
    void everyParameterOfTheTemplateIsProvenAndNoOtherIsAskedFor() throws IOException {
        var names = new TreeSet<String>();
        new ObjectMapper()
                .readTree(TEMPLATE)
                .at("/Resources/ParameterGroup/Properties/Parameters")
                .fieldNames()
                .forEachRemaining(names::add);

        assertThat(names.remove("rds.logical_replication")).isTrue();
        names.add("wal_level");
        assertThat(names).isEqualTo(new TreeSet<>(FitnessCheck.PARAMETERS.keySet()));
    }
}
