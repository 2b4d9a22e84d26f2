/// Runs Amazon States Language files exactly as Step Functions does, as far as we use the language,
/// and refuses every other one when it is loaded.
///
/// In: every type of state (Map inline only), JSONata throughout, Retry, Catch, timeouts,
/// heartbeats, task tokens; of JSONPath only literal values and paths like `$.a.b`. Out: the fields
/// that end in `Path`, ResultSelector, intrinsic functions, distributed maps, Credentials, every
/// resource but `lambda:invoke`, `sns:publish` and a function's own ARN.
///
/// [StateMachine] loads, [Interpreter] runs, [Tasks] is the world that is called, [Listener] hears
/// the history.
@NullMarked
package dev.daybreak.rehearsal.asl;

import org.jspecify.annotations.NullMarked;
