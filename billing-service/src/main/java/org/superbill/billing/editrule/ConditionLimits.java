package org.superbill.billing.editrule;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a condition may not be, though the language allows it. Steps of loops are counted while it runs; what grows without steps has to be refused before: a text
 * or list that is put together with itself again and again, and lists of lists of lists, which are compared for ever.
 */
final class ConditionLimits {
    private static final int MOST_LOOPS = 6;
    private static final int MOST_JOINS = 4;

    private static final String ADD = "_+_";
    /** What the macros name their own variables with; nobody can write it. */
    private static final String HIDDEN = "@";

    private static final Set<CelType> NUMBERS = Set.of(SimpleType.INT, SimpleType.DOUBLE, SimpleType.UINT);

    private final CelAbstractSyntaxTree tree;
    private final List<CelNavigableExpr> nodes;

    private ConditionLimits(CelAbstractSyntaxTree tree) {
        this.tree = tree;
        this.nodes = CelNavigableAst.fromAst(tree).getRoot().allNodes().toList();
    }

    /** What is wrong with a condition, for its author; empty: it is within all limits. */
    static List<String> broken(CelAbstractSyntaxTree tree) {
        return new ConditionLimits(tree).broken();
    }

    private List<String> broken() {
        var broken = new ArrayList<String>();
        for (var node : nodes) {
            if (node.getKind() == Kind.SELECT
                    && !Variable.FIELDS_OF_LINES.containsKey(
                            node.expr().select().field())) {
                broken.add("A line has no " + node.expr().select().field());
            }
        }
        if (count(Kind.COMPREHENSION) > MOST_LOOPS) {
            broken.add("A condition has at most %d of exists, all, exists_one, filter and map".formatted(MOST_LOOPS));
        }
        if (nodes.stream().filter(this::joins).count() > MOST_JOINS) {
            broken.add("A condition joins texts or lists with + at most %d times".formatted(MOST_JOINS));
        }
        if (nodes.stream().anyMatch(ConditionLimits::isListOfMoreThanConstants)) {
            broken.add("A list that a condition writes has numbers and texts only");
        }
        if (count(Kind.MAP) + count(Kind.STRUCT) > 0) {
            broken.add("A condition writes no maps");
        }
        return broken;
    }

    private long count(Kind kind) {
        return nodes.stream().filter(node -> node.getKind() == kind).count();
    }

    private boolean joins(CelNavigableExpr node) {
        return node.getKind() == Kind.CALL
                && node.expr().call().function().equals(ADD)
                && !isOfMacro(node.expr())
                && !tree.getType(node.id()).map(NUMBERS::contains).orElse(false);
    }

    private static boolean isListOfMoreThanConstants(CelNavigableExpr node) {
        return node.getKind() == Kind.LIST
                && !parent(node).map(ConditionLimits::isOfMacro).orElse(false)
                && node.expr().list().elements().stream()
                        .anyMatch(element -> element.exprKind().getKind() != Kind.CONSTANT);
    }

    private static Optional<CelExpr> parent(CelNavigableExpr node) {
        Optional<CelNavigableExpr> parent = node.parent();
        return parent.map(CelNavigableExpr::expr);
    }

    /** As map and filter put their results together: the result so far, and one more. */
    private static boolean isOfMacro(CelExpr expression) {
        if (expression.exprKind().getKind() != Kind.CALL) {
            return false;
        }
        var arguments = expression.call().args();
        return !arguments.isEmpty()
                && arguments.get(0).exprKind().getKind() == Kind.IDENT
                && arguments.get(0).ident().name().startsWith(HIDDEN);
    }
}
