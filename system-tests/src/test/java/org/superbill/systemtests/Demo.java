package org.superbill.systemtests;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.superbill.stack.StackProgram;

/** Plays the five journeys on a system of its own and tells them; the last line says how they went. */
public final class Demo {
    private static final String[] JOURNEYS = {
        "J01_FluShotTest",
        "J02_PublishedExampleTest",
        "J03_DeniedCorrectedPaidTest",
        "J04_RejectedFixedResentTest",
        "J05_EverythingTwiceTest"
    };

    private Demo() {}

    public static void main(String[] arguments) {
        System.setProperty("slf4j.internal.verbosity", "ERROR"); // Kafka's client has no log here, and need not say so
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var passed = new AtomicInteger();
        var ran = StackProgram.run(RunningSystem.temporary("demo").reporting(out::println), stack -> {
            var system = SuperbillSystem.of(stack, Narrator.aloud(out));
            for (var journey : JOURNEYS) {
                passed.addAndGet(play(system, out, journey) ? 1 : 0);
            }
        });
        out.printf("%n%d journeys passed, %d failed%n", passed.get(), JOURNEYS.length - passed.get());
        System.exit(ran && passed.get() == JOURNEYS.length ? 0 : 1);
    }

    /** @return whether the journey, a test of this module, passed */
    static boolean play(SuperbillSystem system, PrintStream out, String journey) {
        RunningSystem.use(system);
        var name = "org.superbill.systemtests.journey." + journey;
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(name))
                .build();
        var passed = new AtomicInteger();
        LauncherFactory.create().execute(request, new TestExecutionListener() {
            @Override
            public void executionStarted(TestIdentifier test) {
                if (test.isContainer() && test.getDisplayName().matches("\\d\\. .*")) {
                    out.printf("%n=== Journey %s%n", test.getDisplayName());
                }
            }

            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                result.getThrowable().ifPresent(failure -> {
                    out.printf("%n    FAILED: %s%n", failure.getMessage());
                });
                if (test.isTest() && result.getStatus() == TestExecutionResult.Status.SUCCESSFUL) {
                    passed.incrementAndGet();
                    out.printf("%n    passed%n");
                }
            }
        });
        return passed.get() == 1;
    }
}
