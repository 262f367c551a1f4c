"""Graphite's pages on one port of this machine: serve.py PORT"""
import sys
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from django.core.wsgi import get_wsgi_application


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class Handler(WSGIRequestHandler):
    def log_message(self, *words):
        pass


make_server('127.0.0.1', int(sys.argv[1]), get_wsgi_application(), Server, Handler).serve_forever()
