<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ConnectionPanel</name>
    <message>
        <location filename="../../boxoffice/views/connection.py" line="33"/>
        <source>Boxoffice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/connection.py" line="34"/>
        <source>Connect to the server of your venue, or try the demo on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/connection.py" line="40"/>
        <source>Address of the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/connection.py" line="42"/>
        <source>Token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/connection.py" line="44"/>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/connection.py" line="48"/>
        <source>Connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/connection.py" line="54"/>
        <source>Try the demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/connection.py" line="56"/>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EventDelegate</name>
    <message>
        <location filename="../../boxoffice/views/event_item.py" line="37"/>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/event_item.py" line="39"/>
        <source>sold out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/event_item.py" line="41"/>
        <source>not on sale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/event_item.py" line="42"/>
        <source>{number} free</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EventsPanel</name>
    <message>
        <location filename="../../boxoffice/views/events.py" line="99"/>
        <source>Find event (F2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/events.py" line="100"/>
        <source>Find event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/events.py" line="110"/>
        <source>Loading events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/events.py" line="117"/>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/events.py" line="119"/>
        <location filename="../../boxoffice/views/events.py" line="160"/>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/events.py" line="175"/>
        <source>Loading events …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/events.py" line="177"/>
        <source>Nothing found for “{search}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/events.py" line="179"/>
        <source>There are no events on sale.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeysHelp</name>
    <message>
        <location filename="../../boxoffice/views/keys_help.py" line="16"/>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/keys_help.py" line="24"/>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/keys_help.py" line="30"/>
        <source>find an event; ↑ ↓ choose, Enter opens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/keys_help.py" line="31"/>
        <source>on the map: size of the party</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/keys_help.py" line="32"/>
        <source>take the best seats for the party</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/keys_help.py" line="33"/>
        <source>Click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/keys_help.py" line="33"/>
        <source>take a seat, or give it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/keys_help.py" line="34"/>
        <source>Shift+click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/keys_help.py" line="34"/>
        <source>the run of seats from the last one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/keys_help.py" line="35"/>
        <source>Drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/keys_help.py" line="35"/>
        <source>paint over seats; with Ctrl a rectangle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/keys_help.py" line="36"/>
        <source>Wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/keys_help.py" line="36"/>
        <source>zoom; middle button or Space and drag: move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/keys_help.py" line="37"/>
        <source>walk from seat to seat; Space takes one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/keys_help.py" line="38"/>
        <source>zoom in, zoom out, whole venue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/keys_help.py" line="39"/>
        <source>price type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/keys_help.py" line="40"/>
        <source>pay; then Enter for exact cash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/keys_help.py" line="41"/>
        <source>from paying back to the order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/keys_help.py" line="42"/>
        <source>print the last order again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/keys_help.py" line="43"/>
        <source>give back the last seats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/keys_help.py" line="44"/>
        <source>refresh the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/keys_help.py" line="45"/>
        <source>full screen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <location filename="../../boxoffice/views/legend.py" line="68"/>
        <source>held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/legend.py" line="69"/>
        <source>sold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/legend.py" line="70"/>
        <source>blocked</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <location filename="../../boxoffice/views/main_window.py" line="53"/>
        <source>Boxoffice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/main_window.py" line="165"/>
        <source>Dismiss the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/main_window.py" line="177"/>
        <source>&amp;Sale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/main_window.py" line="178"/>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/main_window.py" line="179"/>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/main_window.py" line="182"/>
        <source>Find event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/main_window.py" line="183"/>
        <source>Best seats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/main_window.py" line="184"/>
        <source>Size of the party</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/main_window.py" line="185"/>
        <source>Price type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/main_window.py" line="186"/>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/main_window.py" line="187"/>
        <source>Pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/main_window.py" line="188"/>
        <source>Print again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/main_window.py" line="189"/>
        <source>Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/main_window.py" line="190"/>
        <source>Whole venue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/main_window.py" line="192"/>
        <source>Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/main_window.py" line="194"/>
        <source>Connect to a server …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/main_window.py" line="196"/>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/main_window.py" line="197"/>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MapPanel</name>
    <message>
        <location filename="../../boxoffice/views/map.py" line="132"/>
        <source>Seat map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/map.py" line="142"/>
        <source>Size of the party</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/map.py" line="143"/>
        <source>Size of the party (1–9 on the map)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/map.py" line="147"/>
        <source>Best seats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/map.py" line="148"/>
        <source>Takes the best free seats together (F3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/map.py" line="151"/>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/map.py" line="152"/>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/map.py" line="153"/>
        <source>Whole venue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/map.py" line="154"/>
        <source>Refresh (F5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/map.py" line="180"/>
        <source>Loading the seat map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/map.py" line="183"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/map.py" line="185"/>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/map.py" line="218"/>
        <source>Choose an event, and its seat map appears here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/map.py" line="219"/>
        <source>Loading the seat map …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/map.py" line="220"/>
        <source>The seat map could not be loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/map.py" line="224"/>
        <source>This event has no seats.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/map.py" line="240"/>
        <source>live</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../boxoffice/views/map.py" line="241"/>
        <source>%n second(s) old</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <location filename="../../boxoffice/views/wording.py" line="26"/>
        <source>{area}, standing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/wording.py" line="29"/>
        <source>{area}, seat {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/wording.py" line="31"/>
        <source>{area}, row {row}, seat {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/wording.py" line="76"/>
        <source>The server does not answer: {address}. Trying again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/wording.py" line="78"/>
        <source>{address} does not accept the token. Enter a valid one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/wording.py" line="80"/>
        <source>{address} sent an answer that makes no sense: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/wording.py" line="82"/>
        <source>This is not a Connect server: {address}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/wording.py" line="84"/>
        <source>Not a usable address: {address}. It begins with https://, or with http:// on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/wording.py" line="90"/>
        <source>Enter the token of the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/wording.py" line="92"/>
        <source>No keyring here: the token is kept for this session only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/wording.py" line="94"/>
        <source>The demo could not be started: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/wording.py" line="96"/>
        <source>The server answers again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/wording.py" line="98"/>
        <source>The server refused: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/wording.py" line="100"/>
        <source>Something went wrong: {reason}. What was sold is safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/wording.py" line="108"/>
        <source>The map is {seconds} seconds old.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/wording.py" line="110"/>
        <source>The seat plan cannot be shown: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/wording.py" line="112"/>
        <source>Not free: {seat}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/wording.py" line="114"/>
        <source>Has no price: {seat}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/wording.py" line="116"/>
        <source>Not on sale: {event}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/wording.py" line="124"/>
        <source>Just taken by somebody else: {seats}. The rest is yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/wording.py" line="126"/>
        <source>There are no {quantity} free seats like that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/wording.py" line="128"/>
        <source>No answer yet. Checking what became of it …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/wording.py" line="130"/>
        <source>It is not known whether the server did it. Look again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/wording.py" line="132"/>
        <source>The hold ran out; the seats are free again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/wording.py" line="134"/>
        <source>The hold ends in {seconds} seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/wording.py" line="136"/>
        <source>An order has one currency. Finish this one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/wording.py" line="144"/>
        <source>There is nothing to pay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/wording.py" line="146"/>
        <source>A price makes no sense. Nothing is sold at it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/wording.py" line="148"/>
        <source>The lines add up to {ours}, the server says {server}. Nothing is sold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/wording.py" line="152"/>
        <source>Not an amount: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/wording.py" line="154"/>
        <source>{missing} is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/wording.py" line="156"/>
        <source>Enter the reference of the card terminal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/wording.py" line="158"/>
        <source>This is a card number. It must not be stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/wording.py" line="160"/>
        <source>Nothing was sold: the journal cannot be written. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/wording.py" line="168"/>
        <source>Order {order} is sold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/wording.py" line="170"/>
        <source>Printed: {printer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/wording.py" line="172"/>
        <source>Saved: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/wording.py" line="174"/>
        <source>Sold, but not printed: {reason}. Print again or save it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/wording.py" line="176"/>
        <source>Order {order} from before was sold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/wording.py" line="178"/>
        <source>Order {order} from before was not sold. Take no money for it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrderLineView</name>
    <message>
        <location filename="../../boxoffice/views/order_line.py" line="52"/>
        <source>Price type of {seat}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/order_line.py" line="60"/>
        <source>Give back {seat}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/order_line.py" line="61"/>
        <source>Give back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/order_line.py" line="71"/>
        <source>{category} · incl. {fee} fee</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrderPanel</name>
    <message>
        <location filename="../../boxoffice/views/order.py" line="62"/>
        <source>Pay (F9)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/order.py" line="72"/>
        <source>Taking …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/order.py" line="94"/>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/order.py" line="95"/>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/order.py" line="96"/>
        <source>Give back what was taken last (Ctrl+Z)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/order.py" line="98"/>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/order.py" line="99"/>
        <source>Give back all seats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/order.py" line="112"/>
        <source>No seats yet.
Click seats on the map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/order.py" line="121"/>
        <source>Lines of the order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/order.py" line="131"/>
        <source>Price type of all seats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/order.py" line="142"/>
        <source>Time left on the hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/order.py" line="181"/>
        <source>Held for {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/order.py" line="195"/>
        <source>Fees {fees}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/order.py" line="198"/>
        <source>{tax} VAT {rate} incl.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/order.py" line="214"/>
        <source>All seats at … (F8)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <location filename="../../boxoffice/summary_printer.py" line="100"/>
        <source>there is no printer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/summary_printer.py" line="107"/>
        <source>Order summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/summary_printer.py" line="108"/>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/summary_printer.py" line="109"/>
        <source>Sold on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/summary_printer.py" line="110"/>
        <source>Area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/summary_printer.py" line="111"/>
        <source>Row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/summary_printer.py" line="112"/>
        <source>Seat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/summary_printer.py" line="113"/>
        <source>Price type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/summary_printer.py" line="114"/>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/summary_printer.py" line="115"/>
        <source>Fee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/summary_printer.py" line="116"/>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/summary_printer.py" line="117"/>
        <source>standing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/summary_printer.py" line="118"/>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/summary_printer.py" line="119"/>
        <source>VAT {rate} included</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/summary_printer.py" line="120"/>
        <source>Cash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/summary_printer.py" line="121"/>
        <source>Card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/summary_printer.py" line="122"/>
        <source>Given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/summary_printer.py" line="123"/>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/summary_printer.py" line="124"/>
        <source>Reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/summary_printer.py" line="125"/>
        <source>COPY, made {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/summary_printer.py" line="126"/>
        <source>Page {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/summary_printer.py" line="127"/>
        <source>Thank you, and enjoy the performance.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaymentPanel</name>
    <message>
        <location filename="../../boxoffice/views/payment.py" line="73"/>
        <source>Selling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/payment.py" line="135"/>
        <source>Back to the order (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/payment.py" line="145"/>
        <source>Cash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/payment.py" line="146"/>
        <source>Card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/payment.py" line="165"/>
        <source>Amount given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/payment.py" line="166"/>
        <source>Exact amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/payment.py" line="169"/>
        <source>Given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/payment.py" line="173"/>
        <source>Exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/payment.py" line="183"/>
        <location filename="../../boxoffice/views/payment.py" line="211"/>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/payment.py" line="197"/>
        <location filename="../../boxoffice/views/payment.py" line="200"/>
        <source>Reference of the card terminal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/payment.py" line="213"/>
        <source>Print again (F12)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/payment.py" line="215"/>
        <source>Save as PDF …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/payment.py" line="217"/>
        <source>Next buyer (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/payment.py" line="231"/>
        <source>To pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/payment.py" line="232"/>
        <source>Selling …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/payment.py" line="233"/>
        <source>Checking …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/payment.py" line="234"/>
        <source>Sold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/payment.py" line="267"/>
        <source>Paid by card (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/payment.py" line="269"/>
        <source>Sell (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/payment.py" line="270"/>
        <source>Exact cash (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/payment.py" line="273"/>
        <source>Order {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/payment.py" line="314"/>
        <source>order-{number}.pdf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/payment.py" line="315"/>
        <source>Save as PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/payment.py" line="319"/>
        <source>PDF (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SeatCanvas</name>
    <message>
        <location filename="../../boxoffice/seatmap/canvas.py" line="59"/>
        <source>Seat map</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../boxoffice/seatmap/canvas.py" line="231"/>
        <source>%n free</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../boxoffice/seatmap/canvas.py" line="425"/>
        <source>{area}, row {row}, seat {number}, {state}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/seatmap/canvas.py" line="434"/>
        <source>free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/seatmap/canvas.py" line="435"/>
        <source>reserved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/seatmap/canvas.py" line="436"/>
        <source>sold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/seatmap/canvas.py" line="437"/>
        <source>in this order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/seatmap/canvas.py" line="438"/>
        <source>being taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/seatmap/canvas.py" line="440"/>
        <source>not on sale</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SeatCard</name>
    <message>
        <location filename="../../boxoffice/views/seat_card.py" line="77"/>
        <source>free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/seat_card.py" line="78"/>
        <source>held by another counter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/seat_card.py" line="79"/>
        <source>sold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/seat_card.py" line="80"/>
        <source>blocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/seat_card.py" line="81"/>
        <source>in this order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/seat_card.py" line="82"/>
        <source>being taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/seat_card.py" line="84"/>
        <source>not on sale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/seat_card.py" line="88"/>
        <source>Wheelchair place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/seat_card.py" line="89"/>
        <source>Companion&apos;s seat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/seat_card.py" line="90"/>
        <source>Restricted view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/seat_card.py" line="91"/>
        <source>On the aisle</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StandingPicker</name>
    <message>
        <location filename="../../boxoffice/views/standing.py" line="33"/>
        <source>How many places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/standing.py" line="35"/>
        <source>Take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../boxoffice/views/standing.py" line="37"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
