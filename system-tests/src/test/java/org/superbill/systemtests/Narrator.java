package org.superbill.systemtests;

import java.io.PrintStream;

/** Tells a journey while it happens: what was sent, what came back, which event crossed Kafka. Silent in tests. */
public final class Narrator {
    private final PrintStream out;

    private Narrator(PrintStream out) {
        this.out = out;
    }

    public static Narrator aloud(PrintStream out) {
        return new Narrator(out);
    }

    public static Narrator silent() {
        return new Narrator(new PrintStream(PrintStream.nullOutputStream()));
    }

    public void step(String sentence) {
        out.printf("%n  * %s%n", sentence);
    }

    void sent(String who, String method, String path) {
        out.printf("      -> %-14s %s %s%n", who, method, path);
    }

    void cameBack(int status, String what) {
        out.printf("      <- %d %s%n", status, what);
    }

    public void event(String event) {
        out.printf("      ~~ kafka  %s%n", event);
    }

    public void fact(String fact) {
        out.printf("      == %s%n", fact);
    }
}
