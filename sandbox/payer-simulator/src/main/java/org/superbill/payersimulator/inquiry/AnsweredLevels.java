package org.superbill.payersimulator.inquiry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.superbill.x12.Loop;
import org.superbill.x12.LoopBuilder;
import org.superbill.x12.Segment;
import org.superbill.x12.Unit;
import org.superbill.x12.guide.Guide;

/** The levels of a question in its answer: who is asked, who asks and for whom, by the names (NM1) that the question has. */
record AnsweredLevels(Guide guide) {

    /**
     * What is answered, under the levels that it was asked in.
     *
     * @param levels the loops above the units, from the outermost
     * @param answer the level of one subscriber
     */
    List<Loop> of(List<String> levels, List<Unit> units, Function<Unit, Loop> answer) {
        if (levels.isEmpty()) {
            return units.stream().map(answer).toList();
        }
        var byLevel = units.stream()
                .collect(Collectors.groupingBy(
                        unit -> unit.ancestor(levels.get(0)), LinkedHashMap::new, Collectors.toList()));
        return byLevel.entrySet().stream()
                .map(level -> level(level.getKey())
                        .addAll(of(levels.subList(1, levels.size()), level.getValue(), answer))
                        .build())
                .toList();
    }

    /** A level with its names and nothing more. */
    LoopBuilder level(Loop asked) {
        var level = new LoopBuilder(guide.loop(asked.id()))
                .segment("HL", null, null, asked.required("HL").element(3));
        for (var part : asked.parts()) {
            if (part instanceof Loop child && child.segment("NM1") != null) {
                level.add(name(child).build());
            }
        }
        return level;
    }

    LoopBuilder name(Loop asked) {
        Segment nm1 = asked.required("NM1");
        return new LoopBuilder(guide.loop(asked.id())).add(nm1);
    }
}
