package org.saldo.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a step measured, by name. A step says it on its standard output, a line each; the bench reads it there. */
record Figures(Map<String, Double> values) {

    private static final String MARK = "figure ";

    static void tell(String name, double value) {
        System.out.println(MARK + name + " " + value);
    }

    static Figures read(Iterable<String> lines) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (String line : lines) {
            if (line.startsWith(MARK)) {
                String[] parts = line.substring(MARK.length()).split(" ");
                values.put(parts[0], Double.valueOf(parts[1]));
            }
        }
        return new Figures(values);
    }

    double get(String name) {
        Double value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("the step did not tell '" + name + "', only " + values.keySet());
        }
        return value;
    }

    /** The sum of the figures of these names. */
    double sum(String... names) {
        double sum = 0;
        for (String name : names) {
            sum += get(name);
        }
        return sum;
    }
}
