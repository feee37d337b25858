package org.portaldesk.api;

import java.util.List;

/** Whether times tell what they should not. */
public final class Timings {

    private Timings() {}

    /**
     * The chance that of two calls, one of each kind, the one of the first kind took longer: a half
     * says nothing.
     */
    public static double chanceThatFirstIsLonger(List<Double> first, List<Double> second) {
        var wins = 0.0;
        for (var one : first) {
            for (var other : second) {
                wins += one > other ? 1 : one.equals(other) ? 0.5 : 0;
            }
        }
        return wins / first.size() / second.size();
    }

    public static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
