package org.superbill.systemtests.bench;

import java.util.List;
import org.superbill.stack.StackProgram;
import org.superbill.systemtests.Narrator;
import org.superbill.systemtests.RunningSystem;
import org.superbill.systemtests.SuperbillSystem;
import org.superbill.systemtests.books.BooksRun;

/**
 * The payer's books and ours after many claims of every scenario, files doubled and broken, billing-service killed meanwhile. Billing is
 * told of the coded encounters through Kafka, so that it and the payer are what takes the time.
 */
public final class BooksBench {
    private static final int CLAIMS = Integer.getInteger("claims", 100_000);
    private static final int DAYS = 80;
    private static final int PARTS = 4;
    private static final int KILLINGS = 3;

    /** One for each thing that the payer does and that stops no other claim of the file: see docs/payer-simulator.md. */
    private static final List<String> SCENARIOS = List.of(
            "", "", "", "D16", "R21", "R85", "XU1", "D11", "D18", "D22", "D27", "D29", "D50", "D96", "D109", "D151",
            "D197", "D204", "D236", "D252", "BUN", "CHG", "P50", "PD1", "QMB", "SEQ", "XOV", "PND", "LAT", "RVO", "REV",
            "TBK", "PLL6", "PL50", "PL72", "PLCS", "PLCT", "PLIR", "PLJ1", "PLB2", "PLE3", "PLLE", "PLAP", "PLAM",
            "PLBD", "PLBN", "PLC5", "PLCV", "PLGO", "PLIP", "PLIS", "PLLS", "PLOA", "PLOB", "PLPI", "PLPL", "PLRA",
            "PLRE", "PLSL", "PLTL", "PLWU", "2X1", "2X2", "XD1", "XW1");

    private BooksBench() {}

    public static void main(String[] arguments) {
        var ran = StackProgram.run(
                RunningSystem.temporary("bench").forLong().reporting(System.out::println),
                stack -> run(SuperbillSystem.of(stack, Narrator.silent())));
        System.exit(ran ? 0 : 1);
    }

    private static void run(SuperbillSystem system) {
        var start = System.nanoTime();
        var run = new BooksRun(system, SCENARIOS, CLAIMS);
        run.billsByItself(KILLINGS);
        minutes("books.billed_after_minutes", start);
        run.timePasses(DAYS, PARTS, KILLINGS);
        minutes("books.paid_after_minutes", start);
        run.everyFileComesAgain();
        minutes("books.doubled_after_minutes", start);
        run.areTheSame();
        run.states().forEach((state, claims) -> Bench.print("books." + state, claims, "claims"));
        var books = run.payersBooks();
        Bench.print("books.claims", CLAIMS, "claims");
        Bench.print("books.payments", books.path("payments").asLong(), "payments");
        Bench.print("books.paid_cents", books.path("paidCents").asLong(), "cents");
        Bench.print("books.difference_cents", 0, "cents"); // else it has ended with what differs
        minutes("books.minutes", start);
    }

    private static void minutes(String name, long start) {
        Bench.print(name, (System.nanoTime() - start) / 60e9, "min");
    }
}
