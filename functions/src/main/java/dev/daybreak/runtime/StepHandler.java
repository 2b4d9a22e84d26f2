package dev.daybreak.runtime;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Function;

/// The shell of a step: reads its order strictly, lets the step answer, writes the answer under its
/// simple name. A fault goes out as it is: Step Functions knows it by its class.
///
/// @param <O> the step's order, a record
public abstract class StepHandler<O> implements RequestStreamHandler {
    private final Class<O> order;
    private final Function<O, ?> step;

    /// @param step one that may be run twice with the same order
    protected StepHandler(Class<O> order, Function<O, ?> step) {
        this.order = order;
        this.step = step;
    }

    @Override
    public final void handleRequest(InputStream in, OutputStream out, Context context)
            throws IOException {
        Json.write(out, step.apply(Json.read(in, order)));
    }
}
