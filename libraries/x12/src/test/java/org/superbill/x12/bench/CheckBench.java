package org.superbill.x12.bench;

import org.superbill.x12.X12Reader;
import org.superbill.x12.check.Checker;
import org.superbill.x12.check.SnipLevel;

/** How long reading with checks up to SNIP level 4 takes, against reading alone, both typed. */
final class CheckBench {
    private CheckBench() {}

    static void run(String type, InputFile file) throws Exception {
        var checking = Checker.upTo(SnipLevel.SITUATION).reader();
        var race = Race.between(
                () -> Tally.read(type, file, X12Reader.streaming()), () -> Tally.read(type, file, checking));
        race.print("x12." + type + ".check");
        Bench.print("x12." + type + ".check.mb_per_s", race.other(), "MB/s");
    }
}
