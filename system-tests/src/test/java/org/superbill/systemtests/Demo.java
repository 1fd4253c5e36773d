package org.superbill.systemtests;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.superbill.stack.Stack;
import org.superbill.stack.StackOptions;

/** Plays the five journeys on a system of its own and tells them; the last line says how they went. */
public final class Demo {
    private static final String[] JOURNEYS = {
        "J01_FluShotTest",
        "J02_PublishedExampleTest#theClaimEqualsTheExampleAndThePatientOwesWhatTheRemittanceSays",
        "J03_DeniedCorrectedPaidTest",
        "J04_RejectedFixedResentTest",
        "J05_EverythingTwiceTest"
    };

    private Demo() {}

    public static void main(String[] arguments) throws Exception {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var passed = new AtomicInteger();
        var failed = new AtomicInteger();
        try (var system = SuperbillSystem.of(
                Stack.start(StackOptions.temporary().progress(out::println)), Narrator.aloud(out))) {
            RunningSystem.use(system);
            for (var journey : JOURNEYS) {
                play(journey, out, passed, failed);
            }
        }
        out.printf(Locale.ROOT, "%n%d journeys passed, %d failed%n", passed.get(), failed.get());
        System.exit(failed.get() == 0 && passed.get() == JOURNEYS.length ? 0 : 1);
    }

    private static void play(String journey, PrintStream out, AtomicInteger passed, AtomicInteger failed) {
        var name = "org.superbill.systemtests.journey." + journey;
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(
                        name.contains("#")
                                ? DiscoverySelectors.selectMethod(name)
                                : DiscoverySelectors.selectClass(name))
                .build();
        LauncherFactory.create().execute(request, new TestExecutionListener() {
            @Override
            public void executionStarted(TestIdentifier test) {
                if (test.isContainer() && test.getDisplayName().matches("\\d\\. .*")) {
                    out.printf("%n=== Journey %s%n", test.getDisplayName());
                }
            }

            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (test.isTest()) {
                    if (result.getStatus() == TestExecutionResult.Status.SUCCESSFUL) {
                        passed.incrementAndGet();
                        out.printf("%n    passed%n");
                    } else {
                        failed.incrementAndGet();
                        out.printf("%n    FAILED: %s%n", result.getThrowable().map(Throwable::getMessage).orElse(""));
                    }
                }
            }
        });
    }
}
