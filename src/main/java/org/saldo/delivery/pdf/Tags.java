package org.saldo.delivery.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;

/**
 * What the content of a document is, for those who do not see the page: headings, paragraphs and tables in reading order
 * (ISO 32000-1, 14.7). An element is open until it is closed; content belongs to the innermost one.
 */
final class Tags {

    static final String DOCUMENT = "Document";
    static final String TITLE = "H1";
    static final String HEADING = "H2";
    static final String PARAGRAPH = "P";
    static final String TABLE = "Table";
    static final String ROW = "TR";
    static final String HEADER_CELL = "TH";
    static final String CELL = "TD";
    static final String FIGURE = "Figure";

    private static final Set<String> WITH_CONTENT = Set.of(TITLE, HEADING, PARAGRAPH, HEADER_CELL, CELL, FIGURE);
    private static final COSName STRUCTURE_PARENTS = COSName.getPDFName("StructParents");

    /** An element: its type, and its dictionary with what it holds so far. */
    static final class Element {
        private final String type;
        private final COSDictionary dictionary = new COSDictionary();
        private final COSArray kids = new COSArray();
        private final Element parent;
        private COSDictionary page;

        private Element(String type, Element parent) {
            this.type = type;
            this.parent = parent;
            dictionary.setName(COSName.S, type);
        }

        String type() {
            return type;
        }
    }

    private final List<COSArray> owners = new ArrayList<>();
    private final Element document = new Element(DOCUMENT, null);
    private Element current = document;

    void open(String type) {
        Element opened = new Element(type, current);
        opened.dictionary.setItem(COSName.P, current.dictionary);
        current.kids.add(opened.dictionary);
        current = opened;
    }

    /** A header cell and whether it heads its column (else its row). */
    void openHeader(boolean column) {
        open(HEADER_CELL);
        attribute("Scope", COSName.getPDFName(column ? "Column" : "Row"));
    }

    /** A cell over {@code columns} columns. */
    void openCell(int columns) {
        open(CELL);
        if (columns > 1) {
            attribute("ColSpan", COSInteger.get(columns));
        }
    }

    private void attribute(String name, COSBase value) {
        attribute(TABLE, name, value);
    }

    private void attribute(String owner, String name, COSBase value) {
        COSDictionary attributes = new COSDictionary();
        attributes.setName(COSName.O, owner);
        attributes.setItem(COSName.getPDFName(name), value);
        attributes.setDirect(true);
        current.dictionary.setItem(COSName.A, attributes);
    }

    /** A picture's words for those who do not see it, and where it stands, from the left and the bottom of the page. */
    void describe(String alternative, float x, float y, float width, float height) {
        current.dictionary.setString(COSName.getPDFName("Alt"), alternative);
        COSArray box = new COSArray();
        for (float edge : new float[] {x, y, x + width, y + height}) {
            box.add(new COSFloat(edge));
        }
        attribute("Layout", "BBox", box);
    }

    void close() {
        if (current.kids.size() == 1 && !(current.kids.get(0) instanceof COSDictionary)) {
            current.dictionary.setItem(COSName.K, current.kids.get(0));
        } else if (current.kids.size() > 0) {
            current.kids.setDirect(true);
            current.dictionary.setItem(COSName.K, current.kids);
        }
        current = current.parent;
    }

    Element current() {
        return current;
    }

    /** Whether what is drawn now may belong to the innermost element itself. */
    boolean takesContent() {
        return WITH_CONTENT.contains(current.type);
    }

    /** The number under which the next content of the innermost element stands on the page, which counts from 0. */
    int content(COSDictionary page, int pageIndex) {
        while (owners.size() <= pageIndex) {
            owners.add(new COSArray());
        }
        COSArray onPage = owners.get(pageIndex);
        int number = onPage.size();
        onPage.add(current.dictionary);
        if (current.page == null) {
            current.page = page;
            current.dictionary.setItem(COSName.PG, page);
        }
        if (current.page == page) {
            current.kids.add(COSInteger.get(number));
        } else {
            COSDictionary elsewhere = new COSDictionary();
            elsewhere.setName(COSName.TYPE, "MCR");
            elsewhere.setItem(COSName.PG, page);
            elsewhere.setInt(COSName.MCID, number);
            elsewhere.setDirect(true);
            current.kids.add(elsewhere);
        }
        return number;
    }

    /** Puts the structure into the document. */
    void finish(PDDocumentCatalog catalog, List<COSDictionary> pages) {
        close();
        COSDictionary root = new COSDictionary();
        root.setName(COSName.TYPE, "StructTreeRoot");
        root.setItem(COSName.K, document.dictionary);
        document.dictionary.setItem(COSName.P, root);
        COSArray numbers = new COSArray();
        for (int i = 0; i < pages.size(); i++) {
            numbers.add(COSInteger.get(i));
            numbers.add(i < owners.size() ? owners.get(i) : new COSArray());
            pages.get(i).setInt(STRUCTURE_PARENTS, i);
        }
        COSDictionary tree = new COSDictionary();
        tree.setItem(COSName.NUMS, numbers);
        root.setItem(COSName.PARENT_TREE, tree);
        root.setInt(COSName.PARENT_TREE_NEXT_KEY, pages.size());
        catalog.getCOSObject().setItem(COSName.STRUCT_TREE_ROOT, root);
        COSDictionary marked = new COSDictionary();
        marked.setBoolean(COSName.getPDFName("Marked"), true);
        catalog.getCOSObject().setItem(COSName.getPDFName("MarkInfo"), marked);
    }
}
