package dev.daybreak.settings;

import dev.daybreak.migration.Network;
import dev.daybreak.migration.Recipients;

/// Reads what only a deployment needs: where the functions live, and who is told.
final class NetworkJson {
    private static final int SUBNETS_MIN = 2;

    private NetworkJson() {}

    static Network read(Section in) {
        var network =
                new Network(
                        in.text("vpc", Form.VPC),
                        in.text("cidr", Form.CIDR),
                        in.texts("subnets", Form.SUBNET, SUBNETS_MIN),
                        securityGroups(in.sectionIfAny("securityGroups")));
        in.end();
        return network;
    }

    private static Network.SecurityGroups securityGroups(Section in) {
        var groups =
                new Network.SecurityGroups(
                        in.textIfAny("database", Form.SECURITY_GROUP),
                        in.textIfAny("kubernetes", Form.SECURITY_GROUP));
        in.end();
        return groups;
    }

    static Recipients recipients(Section in) {
        var recipients =
                new Recipients(
                        in.texts("emails", Form.EMAIL),
                        in.textIfAny("slackWebhook", Form.SECRET_ID),
                        in.flag("rowValues", false));
        in.end();
        return recipients;
    }
}
