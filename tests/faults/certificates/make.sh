#!/usr/bin/env bash
# Makes the certificates of row 8 anew: an authority of the tests' own, and three servers it vouches
# for. The keys protect nothing. Needs only openssl.
set -euo pipefail
cd "$(dirname "$0")"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
touch "$work/index"
cat >"$work/ca.cnf" <<CNF
[ca]
default_ca = tests
[tests]
database = $work/index
new_certs_dir = $work
default_md = sha256
policy = any
rand_serial = yes
unique_subject = no
copy_extensions = copy
[any]
commonName = supplied
CNF

openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 36500 \
    -subj "/CN=Tests only" -addext "keyUsage=critical,keyCertSign,cRLSign" \
    -keyout "$work/authority.key" -out authority.pem
server() { # file, host names, first day, last day
    openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj "/CN=$1" \
        -addext "subjectAltName=$2" -addext "extendedKeyUsage=serverAuth" \
        -addext "authorityKeyIdentifier=none" -keyout "$work/$1.key" -out "$work/$1.csr"
    openssl ca -batch -notext -config "$work/ca.cnf" -cert authority.pem \
        -keyfile "$work/authority.key" -startdate "$3" -enddate "$4" \
        -in "$work/$1.csr" -out "$work/$1.crt"
    cat "$work/$1.crt" "$work/$1.key" >"$1.pem"
}
server good "DNS:localhost,IP:127.0.0.1" 20260101000000Z 21250101000000Z
server expired "DNS:localhost,IP:127.0.0.1" 20200101000000Z 20210101000000Z
server elsewhere "DNS:elsewhere.example" 20260101000000Z 21250101000000Z
