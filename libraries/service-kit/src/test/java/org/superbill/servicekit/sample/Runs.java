package org.superbill.servicekit.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** What the sample's methods really do, counted and held where a test needs it. */
public final class Runs {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static volatile CountDownLatch entered = new CountDownLatch(1);
    private static volatile CountDownLatch mayLeave = new CountDownLatch(0);

    private Runs() {}

    public static int count() {
        return COUNT.get();
    }

    public static void holdSlowOnes() {
        entered = new CountDownLatch(1);
        mayLeave = new CountDownLatch(1);
    }

    public static void awaitSlowOne() throws InterruptedException {
        assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();
    }

    public static void letSlowOnesGo() {
        mayLeave.countDown();
    }

    static void one() {
        COUNT.incrementAndGet();
    }

    static void slowOne() throws InterruptedException {
        one();
        entered.countDown();
        assertThat(mayLeave.await(30, TimeUnit.SECONDS)).isTrue();
    }
}
