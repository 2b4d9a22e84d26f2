package dev.daybreak.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonthlyCostTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "db.t4g.medium | 100 | us-east-1 | about 63 USD: db.t4g.medium 53 USD, up to 100 GiB of storage 10 USD; I/O comes on top",
                "db.r6g.2xlarge | 1000 | us-east-1 | about 859 USD: db.r6g.2xlarge 759 USD, up to 1000 GiB of storage 100 USD; I/O comes on top",
                "db.t3.large | 20 | eu-central-1 | about 122 USD: db.t3.large 120 USD, up to 20 GiB of storage 2 USD; I/O comes on top; prices of us-east-1, not of eu-central-1",
                "db.x99.large | 100 | us-east-1 | no price of db.x99.large is known here; up to 100 GiB of storage 10 USD; I/O comes on top",
                "db.r6g.9xlarge | 100 | us-west-2 | no price of db.r6g.9xlarge is known here; up to 100 GiB of storage 10 USD; I/O comes on top; prices of us-east-1, not of us-west-2",
                "db.serverless | 0 | us-east-1 | no price of db.serverless is known here; up to 0 GiB of storage 0 USD; I/O comes on top",
            })
    void saysWhatIsKnownAndForWhere(
            String instanceClass, long gibibytes, String region, String says) {
        assertThat(MonthlyCost.of(instanceClass, gibibytes, region)).isEqualTo(says);
    }
}
