package dev.daybreak.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybreak.fault.Unexpected;
import dev.daybreak.stack.Stack;
import dev.daybreak.stack.StackOrder;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Moto.class)
class StacksOnMotoTest {
    private static final String NAME = "stacks-on-moto";
    private static final StackOrder ORDER =
            new StackOrder(NAME, Map.of("Words", "hello"), Map.of("daybreak", "test"), "token-1");
    private static final Template TEMPLATE =
            new Template(
                    new Template.Source.Body(
                            """
                            {"Parameters": {"Words": {"Type": "String"}},
                             "Resources": {"Cluster": {"Type": "AWS::SNS::Topic"}},
                             "Outputs": {"Said": {"Value": {"Ref": "Words"}}}}
                            """),
                    List.of("Cluster"));

    private final Wire wire;
    private final CloudFormationStacks stacks;

    StacksOnMotoTest(URI moto) {
        this.wire = MotoGaps.before(moto);
        this.stacks = new CloudFormationStacks(wire.clients(), TEMPLATE, Optional.empty());
    }

    @AfterEach
    void close() {
        stacks.delete(NAME);
        wire.close();
    }

    @Test
    void createsDescribesAndDeletes() {
        assertThat(stacks.find(NAME)).isEmpty();
        stacks.create(ORDER);
        assertThat(stacks.find(NAME))
                .contains(
                        new Stack(
                                NAME,
                                "CREATE_COMPLETE",
                                Optional.empty(),
                                Map.of("Said", "hello"),
                                Map.of("daybreak", "test")));
        stacks.delete(NAME);
        stacks.delete(NAME);
        assertThat(stacks.find(NAME)).isEmpty();
    }

    @Test
    void refusesAStackThatAnotherTokenMade() {
        stacks.create(ORDER);
        assertThatThrownBy(
                        () ->
                                stacks.create(
                                        new StackOrder(
                                                NAME, ORDER.parameters(), Map.of(), "token-2")))
                .isInstanceOf(Unexpected.class)
                .hasMessageContaining("another execution made it");
    }

    @Test
    void storesThePolicyWithTheStack() {
        stacks.create(ORDER);
        assertThat(
                        wire.clients()
                                .cloudFormation
                                .get()
                                .getStackPolicy(ask -> ask.stackName(NAME))
                                .stackPolicyBody())
                .isEqualTo(TEMPLATE.policy());
    }
}
