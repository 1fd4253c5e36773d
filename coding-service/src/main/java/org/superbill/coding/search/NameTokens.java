package org.superbill.coding.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** The stems of one name, each once. Those that say little stand on the place of another, so that the name does not count as longer for them. */
final class NameTokens extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final List<String> stems = new ArrayList<>();
    private int counted;
    private int next;

    /** One object serves for many names, one after the other. */
    NameTokens of(Set<String> counting, Set<String> little) {
        stems.clear();
        stems.addAll(counting);
        counted = stems.size();
        little.stream().filter(stem -> !counting.contains(stem)).forEach(stems::add);
        return this;
    }

    @Override
    public boolean incrementToken() {
        if (next == stems.size()) {
            return false;
        }
        clearAttributes();
        term.append(stems.get(next));
        step.setPositionIncrement(next < counted || next == 0 ? 1 : 0);
        next++;
        return true;
    }

    @Override
    public void reset() {
        next = 0;
    }
}
