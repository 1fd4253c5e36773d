package org.superbill.systemtests.bench;

import org.superbill.stack.StackProgram;
import org.superbill.systemtests.Narrator;
import org.superbill.systemtests.RunningSystem;
import org.superbill.systemtests.SuperbillSystem;

/** What code systems cost, every call through the gateway: each part is a class of its own. */
public final class CodesBench {
    private CodesBench() {}

    public static void main(String[] arguments) {
        var ran = StackProgram.run(RunningSystem.temporary("bench").reporting(System.out::println), stack -> {
            var system = SuperbillSystem.of(stack, Narrator.silent());
            new CodeLoadBench(system).run();
        });
        System.exit(ran ? 0 : 1);
    }
}
