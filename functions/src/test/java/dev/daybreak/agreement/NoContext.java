package dev.daybreak.agreement;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;

/// What no handler may ask: the rehearsal has none of it.
public final class NoContext implements Context {
    @Override
    public String getAwsRequestId() {
        throw new AssertionError("a handler asked for its request's id");
    }

    @Override
    public String getLogGroupName() {
        throw new AssertionError("a handler asked for its log group");
    }

    @Override
    public String getLogStreamName() {
        throw new AssertionError("a handler asked for its log stream");
    }

    @Override
    public String getFunctionName() {
        throw new AssertionError("a handler asked for its function's name");
    }

    @Override
    public String getFunctionVersion() {
        throw new AssertionError("a handler asked for its version");
    }

    @Override
    public String getInvokedFunctionArn() {
        throw new AssertionError("a handler asked for its function's ARN");
    }

    @Override
    public CognitoIdentity getIdentity() {
        throw new AssertionError("a handler asked for an identity");
    }

    @Override
    public ClientContext getClientContext() {
        throw new AssertionError("a handler asked for a client");
    }

    @Override
    public int getRemainingTimeInMillis() {
        throw new AssertionError("a handler asked for its time");
    }

    @Override
    public int getMemoryLimitInMB() {
        throw new AssertionError("a handler asked for its memory");
    }

    @Override
    public LambdaLogger getLogger() {
        throw new AssertionError("a handler asked for Lambda's logger");
    }
}
