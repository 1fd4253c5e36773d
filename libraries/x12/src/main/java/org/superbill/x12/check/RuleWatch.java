package org.superbill.x12.check;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.Segment;
import org.superbill.x12.SegmentWatch;
import org.superbill.x12.TransactionSet;
import org.superbill.x12.X12Error;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.guide.LoopDef;

/** Asks the rules of each transaction set's guide while it is read. Of what has been read only the open loops are kept. */
final class RuleWatch implements SegmentWatch {
    /** One reading of one transaction set. */
    private static final class Run {
        final Plan plan;
        final List<Rule> rules;
        final Rule.Test[] tests;
        final Findings findings;

        Run(Plan plan, Findings findings) {
            this.plan = plan;
            this.rules = plan.rules();
            this.findings = findings;
            tests = rules.stream().map(rule -> rule.tests().get()).toArray(Rule.Test[]::new);
        }

        void ask(int[] asked, PlacedLoop loop, Segment segment) {
            for (int index : asked) {
                findings.of(rules.get(index));
                tests[index].on(loop, segment, findings);
            }
        }
    }

    private final Function<Guide, Plan> plans;
    private @Nullable Run run;
    private @Nullable PlacedLoop open;
    private Plan.@Nullable OfLoop asked;

    RuleWatch(Function<Guide, Plan> plans) {
        this.plans = plans;
    }

    @Override
    public void start(TransactionSet set, Consumer<X12Error> errors) {
        var guide = set.guide();
        run = guide == null ? null : new Run(plans.apply(guide), new Findings(set, errors));
        open = null;
    }

    @Override
    public void open(LoopDef def, Segment first, int position) {
        if (run != null) {
            var loop = new PlacedLoop(def, open, first, position);
            open = loop;
            asked = run.plan.of(def);
            run.ask(asked.segments()[0], loop, first);
            run.ask(asked.atBegin(), loop, first);
        }
    }

    @Override
    public void segment(int index, Segment segment, int position) {
        if (run != null && open != null && asked != null) {
            open.add(segment, position);
            run.ask(asked.segments()[index], open, segment);
        }
    }

    @Override
    public void close() {
        var closed = open;
        if (run == null || closed == null || asked == null) {
            return;
        }
        run.ask(asked.atEnd(), closed, closed.first());
        var parent = closed.parent();
        open = parent;
        if (parent != null) {
            var guide = run.plan.guide();
            boolean passes = closed.is(guide.unit()) || guide.isAboveUnit(closed.def());
            parent.closed(closed, !passes);
            asked = run.plan.of(parent.def());
        } else {
            run = null;
        }
    }
}
