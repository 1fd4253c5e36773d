package org.superbill.systemtests.bench;

import org.superbill.stack.StackProgram;
import org.superbill.systemtests.Narrator;
import org.superbill.systemtests.RunningSystem;
import org.superbill.systemtests.SuperbillSystem;

/** What code systems cost, every call through the gateway: each part is a class of its own. */
public final class CodesBench {
    private CodesBench() {}

    /** @param arguments another file of queries, if wanted; see {@link ReportingQueries} */
    public static void main(String[] arguments) {
        var ran = StackProgram.run(RunningSystem.temporary("bench").forLong().reporting(System.out::println), stack -> {
            var system = SuperbillSystem.of(stack, Narrator.silent());
            new CodeLoadBench(system).run();
            new CodeSearchBench(system).run(ReportingQueries.reporting(arguments));
        });
        System.exit(ran ? 0 : 1);
    }
}
