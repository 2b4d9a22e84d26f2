package dev.daybreak.migration;

import java.util.List;
import java.util.Optional;

/// Who gets the alerts: at least one of both.
///
/// @param emails addresses that SNS asks to confirm first
/// @param slackWebhook the name or ARN of a secret that holds the URL of a Slack webhook, and
///   nothing else
/// @param rowValues whether they, and the execution's history, may show values of rows that differ
public record Recipients(List<String> emails, Optional<String> slackWebhook, boolean rowValues) {
    public Recipients {
        emails = List.copyOf(emails);
    }
}
